import type { Tx } from "@/infra/db/db";
import type { OrganisationFacts } from "../domain/organisation";
import { findOrganisation, findOrganisations, verifiedPlatformRows } from "../repository/organisations";

/** What other capabilities may know of an organisation; null when there is none of that id. Asks for no rights: facts only. */
export async function organisationOf(id: string, tx?: Pick<Tx, "prisma">): Promise<OrganisationFacts | null> {
  return findOrganisation(id, tx);
}

/** The same for many ids in one read (lists), by id; unknown ids are absent. */
export async function organisationsOf(
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationFacts>> {
  return new Map((await findOrganisations(ids)).map((organisation) => [organisation.id, organisation]));
}

/**
 * The verified platforms, for people who look for theirs: by part of the name or host, in the order of their names. Every list
 * of platforms to choose from is this one. `after` is the id of the last one seen.
 */
export async function platformsListed(
  q: string | undefined,
  page: Readonly<{ take: number; after: string | undefined }>,
): Promise<readonly OrganisationFacts[]> {
  return verifiedPlatformRows(q, page);
}
