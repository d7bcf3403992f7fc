import { findAllocation } from "./repository/allocation";
import { peopleWithLines } from "./repository/people-with-lines";

/** The facts of a sealed allocation for the notices to contributors. The worker calls it, so it checks no rights. */
export async function allocationToTell(allocationId: string) {
  const row = await findAllocation(allocationId);
  if (row === null || row.sealedAt === null) return null;
  const { id, dealId, organisationId: platformId, currency, postedAt } = row;
  return { id, dealId, platformId, currency, postedAt };
}

/**
 * The next `take` people who may have a part in an allocation, by id, each with the sum of it (null for none). Whose a
 * handle is was decided at the posting; before it, it is who holds it at `at`.
 */
export function peopleToTell(
  allocation: Readonly<{ id: string; platformId: string; at: Date }>,
  page: Readonly<{ after: string; take: number }>,
): Promise<readonly Readonly<{ personId: string; minor: bigint | null }>[]> {
  return peopleWithLines(allocation, page);
}
