import { command } from "@/infra/verb/command";
import { rankIn, requireIn } from "@/kernel/access";
import { type Actor, personIdOf } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { IdentityEvents } from "../events";
import { type ApiKeyRecord, findApiKeyById, markRevoked } from "../repository/api-keys";
import { ApiKey, ApiKeyRef } from "../schema";
import { apiKeyWire } from "../wire";

/** Revokes a key immediately and for good. Safe to repeat. */
export const revokeApiKey = command({
  name: "parties.revoke_api_key",
  scope: "parties:write",
  input: ApiKeyRef,
  output: ApiKey,
  async run({ tx, actor, now }, { keyId }) {
    const key = await findApiKeyById(tx, keyId);
    if (key === null || !isMine(actor, key)) throw notFound("API key");
    await markRevoked(tx, keyId, now);
    const ended = key.revokedAt === null;
    return {
      value: apiKeyWire({ ...key, revokedAt: key.revokedAt ?? now }, now),
      events: ended ? [IdentityEvents.api_key_revoked({ keyId })] : [],
      audit: {
        subject: keyId,
        organisationId: key.organisationId,
        detail: key.organisationId === null ? {} : { name: key.name },
      },
    };
  },
});

function isMine(actor: Actor, key: ApiKeyRecord): boolean {
  if (key.organisationId === null) return key.personId !== null && key.personId === personIdOf(actor);
  if (rankIn(actor, key.organisationId) === null) return false; // another party's key is not even "in an organisation"
  requireIn(actor, key.organisationId, "parties:write");
  return true;
}
