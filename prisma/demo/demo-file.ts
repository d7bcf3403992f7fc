import { createApiKey } from "@/modules/identity/keys/create-api-key";
import { as, happened } from "./acting";
import { type Cast, ORGANISATIONS, type OrganisationKey } from "./cast";
import { OTHERS, PEOPLE } from "./people";

type Key = { apiKey: string; readOnlyApiKey: string };

/** What `.data/demo.json` holds: the demo people and organisations with keys that open their parts of the API. */
export async function demoFile(cast: Cast): Promise<object> {
  const organisations = [];
  for (const [key, facts] of Object.entries(ORGANISATIONS)) {
    const organisationId = cast.organisation[key as OrganisationKey];
    const keys = await keysFor(cast.person[facts.owner], organisationId);
    organisations.push({
      key,
      id: organisationId,
      name: facts.name,
      kind: facts.kind,
      owner: { ...PEOPLE, ...OTHERS }[facts.owner].email,
      ...keys,
    });
  }
  const people = [];
  for (const [key, facts] of Object.entries(PEOPLE) as [
    keyof typeof PEOPLE,
    (typeof PEOPLE)[keyof typeof PEOPLE],
  ][]) {
    people.push({ key, id: cast.person[key], ...facts, ...(await keysFor(cast.person[key], null)) });
  }
  return {
    note: "Keys of the demo world on this machine. Organisations first: the first is a platform.",
    organisations,
    people,
  };
}

async function keysFor(personId: string, organisationId: string | null): Promise<Key> {
  const at = new Date();
  const call = await as(personId, at);
  // What people try out with them weeks later still works.
  const holder = { ...(organisationId === null ? {} : { organisationId }), expiresInDays: null };
  const [all, readOnly] = await happened(at, async () => [
    await createApiKey(call, { ...holder, name: "Demo, everything", preset: "all" }),
    await createApiKey(call, { ...holder, name: "Demo, read-only", preset: "read_only" }),
  ]);
  return { apiKey: all.secret ?? "", readOnlyApiKey: readOnly.secret ?? "" };
}
