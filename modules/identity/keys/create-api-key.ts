import { digestOf } from "@/infra/crypto/secret-digest";
import { command } from "@/infra/verb/command";
import { keyHolderOf, refuseKeys, requireIn, requirePerson } from "@/kernel/access";
import { type Actor, actorName, type Scope } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { LIMITS } from "@/kernel/limits";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import { expiryOf } from "../domain/key-life";
import { grantableScopes, type KeyPreset, presetScopes } from "../domain/key-scopes";
import { IdentityEvents } from "../events";
import {
  type ApiKeyRecord,
  countLivingKeys,
  type Holder,
  insertApiKey,
  lockKeysOf,
} from "../repository/api-keys";
import { CreateApiKey, NewApiKey } from "../schema";
import { API_KEY_MARK, newApiKeySecret } from "../secrets";
import { apiKeyWire } from "../wire";

/**
 * Makes a key for an organisation, or for the person who calls. Its secret is in this answer and nowhere else. Throws
 * STEP_UP_REQUIRED when a key calls: a key that made keys would outlive its own expiry and revocation.
 */
export const createApiKey = command({
  name: "parties.create_api_key",
  scope: "parties:write",
  stepUp: true,
  input: CreateApiKey,
  output: NewApiKey,
  // A repeated request must not find the secret in the table of answers: it gets the same key, without it.
  replay: (value) => ({ ...value, secret: null }),
  async run({ tx, actor, now }, { organisationId: asked, name, expiresInDays, ...choice }) {
    refuseKeys(actor, "create another API key", "create it on the page of API keys");
    const organisationId = keyHolderOf(actor, asked);
    const holder = holderOf(actor, organisationId);
    await lockKeysOf(tx, holder); // Two requests that count at the same time would both find room for one more.
    if ("organisationId" in holder && (await organisationOf(holder.organisationId, tx)) === null)
      throw notFound("organisation");
    if ((await countLivingKeys(tx, holder, now)) >= LIMITS.apiKeysMax)
      throw new DomainError(
        "CONFLICT",
        `At most ${LIMITS.apiKeysMax} keys can be in use. Revoke one first.`,
        {
          detail: { because: "keys_in_use", max: LIMITS.apiKeysMax },
        },
      );
    const secret = newApiKeySecret();
    const key: ApiKeyRecord = {
      id: newId("apiKey", now),
      name,
      prefix: secret.slice(0, API_KEY_MARK.length + 4),
      scopes: chosenScopes(actor, organisationId, choice),
      personId: "personId" in holder ? holder.personId : null,
      organisationId: organisationId,
      createdBy: actorName(actor),
      createdAt: now,
      lastUsedAt: null,
      revokedAt: null,
      expiresAt: expiryOf(expiresInDays, now),
    };
    await insertApiKey(tx, key, digestOf(secret));
    return {
      value: { ...apiKeyWire(key, now), secret },
      events: [IdentityEvents.api_key_created({ keyId: key.id })],
      audit: {
        subject: key.id,
        organisationId: key.organisationId,
        // A person's own key is named in its row alone, so that the name goes with them.
        detail: {
          ...(organisationId === null ? {} : { name }),
          scopes: [...key.scopes],
          expiresAt: key.expiresAt?.toISOString() ?? null,
        },
      },
    };
  },
});

function holderOf(actor: Actor, organisationId: string | null): Holder {
  if (organisationId === null) return { personId: requirePerson(actor) };
  requireIn(actor, organisationId, "parties:write");
  return { organisationId };
}

function chosenScopes(
  actor: Actor,
  organisationId: string | null,
  choice: { preset?: KeyPreset | undefined; scopes?: readonly Scope[] | undefined },
): readonly Scope[] {
  const grantable = grantableScopes(actor, { organisationId });
  if (choice.preset !== undefined) return presetScopes(choice.preset, grantable);
  const wanted = choice.scopes ?? [];
  const excess = wanted.filter((scope) => !grantable.includes(scope));
  if (excess.length > 0) {
    throw new DomainError("SCOPE_MISSING", `You cannot give what you do not have: ${excess.join(", ")}.`, {
      detail: { scopes: excess },
    });
  }
  return grantable.filter((scope) => wanted.includes(scope));
}
