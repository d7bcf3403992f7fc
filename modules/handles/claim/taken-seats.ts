import { contributorHolder } from "../domain/handle-name";
import { takenSeatRows } from "../repository/standing";

/** Of these seats the holders that somebody has proved, disputed ones too. Never says who. Names are normalised. */
export async function takenSeats(
  seats: readonly Readonly<{ platformId: string; name: string }>[],
): Promise<ReadonlySet<string>> {
  const rows = await takenSeatRows(seats);
  return new Set(rows.map(({ platformId, name }) => contributorHolder(platformId, name)));
}
