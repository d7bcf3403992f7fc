import { createApiKey } from "@/modules/parties/create-api-key";
import { as } from "./acting";
import type { Cast, OrganisationKey } from "./cast";
import { PEOPLE, type PersonKey } from "./people";

const OWNERS: Readonly<Record<OrganisationKey, PersonKey>> = {
  harbour: "elin",
  lantern: "ines",
  bench: "elin",
  northwind: "samir",
  commons: "ruth",
};

type Key = { apiKey: string; readOnlyApiKey: string };

/** What `.data/demo.json` holds: the demo people and organisations with keys that open their parts of the API. */
export async function demoFile(cast: Cast): Promise<object> {
  const organisations = [];
  for (const [key, owner] of Object.entries(OWNERS) as [OrganisationKey, PersonKey][]) {
    const organisationId = cast.organisation[key];
    const keys = await keysFor(cast.person[owner], organisationId);
    organisations.push({
      key,
      id: organisationId,
      name: NAMES[key],
      kind: KINDS[key],
      owner: PEOPLE[owner].email,
      ...keys,
    });
  }
  const people = [];
  for (const [key, facts] of Object.entries(PEOPLE) as [PersonKey, (typeof PEOPLE)[PersonKey]][]) {
    people.push({ key, id: cast.person[key], ...facts, ...(await keysFor(cast.person[key], null)) });
  }
  return {
    note: "Keys of the demo world on this machine. Organisations first: the first is a platform.",
    organisations,
    people,
  };
}

const NAMES: Readonly<Record<OrganisationKey, string>> = {
  harbour: "Harbour Forum",
  lantern: "Lantern Review",
  bench: "Benchnotes",
  northwind: "Northwind Models",
  commons: "Commons Remit Cooperative",
};
const KINDS: Readonly<Record<OrganisationKey, string>> = {
  harbour: "platform",
  lantern: "platform",
  bench: "platform",
  northwind: "lab",
  commons: "operator",
};

async function keysFor(personId: string, organisationId: string | null): Promise<Key> {
  const call = await as(personId, new Date());
  const holder = organisationId === null ? {} : { organisationId };
  const all = await createApiKey(call, { ...holder, name: "Demo, everything", preset: "all" });
  const readOnly = await createApiKey(call, { ...holder, name: "Demo, read-only", preset: "read_only" });
  return { apiKey: all.secret ?? "", readOnlyApiKey: readOnly.secret ?? "" };
}
