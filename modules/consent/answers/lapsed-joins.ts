import { lapsedAfter } from "../repository/lapsed-joins";

/** Whom to tell that their join of a deal lapsed when it was amended; the next `take` by id. */
export function lapsedJoinsOf(
  dealId: string,
  page: Readonly<{ after: string; take: number }>,
): Promise<readonly string[]> {
  return lapsedAfter(dealId, page);
}
