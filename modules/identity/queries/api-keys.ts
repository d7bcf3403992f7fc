import { query } from "@/infra/verb/query";
import { keyHolderOf, requirePerson, requireReadIn } from "@/kernel/access";
import { grantableScopes } from "../domain/key-scopes";
import { apiKeysOf } from "../repository/api-keys";
import { ApiKeyList, GrantableScopes, KeyHolder } from "../schema";
import { apiKeyWire } from "../wire";

/** The keys of an organisation, or one's own; never their secrets. */
export const listApiKeys = query({
  name: "parties.list_api_keys",
  scope: "parties:read",
  input: KeyHolder,
  output: ApiKeyList,
  async run({ actor, now }, input) {
    const organisationId = keyHolderOf(actor, input.organisationId);
    if (organisationId) requireReadIn(actor, organisationId, "parties:read");
    const holder = organisationId ? { organisationId } : { personId: requirePerson(actor) };
    return { items: (await apiKeysOf(holder, now)).map((key) => apiKeyWire(key, now)) };
  },
});

/** What one may put on a new key. */
export const listGrantableScopes = query({
  name: "parties.list_grantable_scopes",
  scope: "parties:read",
  input: KeyHolder,
  output: GrantableScopes,
  async run({ actor }, input) {
    const organisationId = keyHolderOf(actor, input.organisationId);
    if (organisationId) requireReadIn(actor, organisationId, "parties:read");
    return { scopes: [...grantableScopes(actor, { organisationId })] };
  },
});
