import { authorHolder } from "./domain/chart";
import { heldByDeal } from "./repository/holders";

/** Of these author seats, those for which money of a deal is still held, as "<author id> <deal id>". */
export async function heldForSeats(authorIds: readonly string[]): Promise<ReadonlySet<string>> {
  const seatOf = new Map(authorIds.map((id) => [authorHolder(id), id]));
  const rows = await heldByDeal([...seatOf.keys()]);
  return new Set(rows.map(({ holder, dealId }) => `${seatOf.get(holder)} ${dealId}`));
}
