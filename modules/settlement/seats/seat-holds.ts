import { grouped } from "@/kernel/grouped";
import { authorHolder } from "@/modules/ledger/domain/chart";
import { type HeldSince, heldByDeal, heldSince } from "@/modules/ledger/holders/holder-amounts";

/** Of these author seats, those for which money of a deal is still held, as "<author id> <deal id>". */
export async function heldForSeats(authorIds: readonly string[]): Promise<ReadonlySet<string>> {
  const seatOf = new Map(authorIds.map((id) => [authorHolder(id), id]));
  const rows = await heldByDeal([...seatOf.keys()]);
  return new Set(rows.map(({ holder, dealId }) => `${seatOf.get(holder)} ${dealId}`));
}

/** What is held for these author seats, per currency, by seat; seats with nothing are absent. */
export async function heldStandings(
  authorIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldSince[]>> {
  const seatOf = new Map(authorIds.map((id) => [authorHolder(id), id]));
  const rows = await heldSince([...seatOf.keys()]);
  return grouped(rows, ({ holder }) => seatOf.get(holder) ?? holder);
}
