import { dividePending, PENDING_AUTHOR } from "@/modules/allocation/domain/splits";
import type { OwnSplitRow } from "@/modules/allocation/seal/shares-of-people";
import { heldForSeats } from "@/modules/settlement/seats/seat-holds";
import { authorSeats } from "@/modules/works/works-of";

/** A split today: `held` is true while its money waits for an acceptance, or for the books to release it. */
export type SplitNow = OwnSplitRow & Readonly<{ late: boolean; held: boolean }>;

/**
 * The sealed splits, with shares that were pending then resolved to today's co-authors. A co-author who accepted since is
 * named, and is paid once the books release the seat's money. Two queries, none without a pending split.
 */
export async function splitsNow(
  splits: readonly OwnSplitRow[],
  dealOf: (allocationId: string) => string,
): Promise<readonly SplitNow[]> {
  const pending = splits.filter((split) => split.personId === PENDING_AUTHOR);
  if (pending.length === 0) return splits.map((split) => ({ ...split, late: false, held: false }));
  const seats = await authorSeats([...new Set(pending.map((split) => split.workId))]);
  const held = await heldForSeats(seats.map((seat) => seat.authorId));
  return splits.flatMap((split): SplitNow[] => {
    if (split.personId !== PENDING_AUTHOR) return [{ ...split, late: false, held: false }];
    const paid = splits.filter((other) => partOf(other) === partOf(split)).map((other) => other.personId);
    const ofWork = seats.filter((seat) => seat.workId === split.workId);
    return dividePending({ minor: split.minor, bps: split.shareBps }, ofWork, paid).map(
      ({ seat, minor }) => ({
        ...split,
        personId: seat.acceptedBy ?? PENDING_AUTHOR,
        shareBps: seat.shareBps,
        minor,
        late: seat.acceptedBy !== null,
        held: seat.acceptedBy === null || held.has(`${seat.authorId} ${dealOf(split.allocationId)}`),
      }),
    );
  });
}

const partOf = ({ allocationId, workId, contributor }: OwnSplitRow): string =>
  `${allocationId} ${workId} ${contributor}`;
