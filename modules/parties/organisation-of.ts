import type { OrganisationFacts } from "./domain/organisation";
import { findOrganisation, findOrganisations, searchOrganisationRows } from "./repository/organisations";

/** What other capabilities may know of an organisation; null when there is none of that id. Asks for no rights: facts only. */
export async function organisationOf(id: string): Promise<OrganisationFacts | null> {
  return findOrganisation(id);
}

/** The same for many ids at once (lists), by id; unknown ids are simply absent. */
export async function organisationsOf(
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationFacts>> {
  return new Map((await findOrganisations(ids)).map((organisation) => [organisation.id, organisation]));
}

/** Platforms that are not suspended, for people who look for theirs: by part of the name or host, newest first. */
export async function platformsMatching(
  q: string | undefined,
  page: Readonly<{ take: number; before: string | undefined }>,
): Promise<readonly OrganisationFacts[]> {
  return searchOrganisationRows({ q, kind: "platform", state: undefined, ...page });
}
