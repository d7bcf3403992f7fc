import type { Tx } from "@/infra/db/db";
import { grouped } from "@/kernel/grouped";
import { dividePending, PENDING_AUTHOR } from "@/modules/allocation/domain/splits";
import type { SplitRow } from "@/modules/allocation/engine/splits/split-rows";
import { authorHolder, personHolder } from "@/modules/ledger/domain/chart";
import { closedPeople } from "@/modules/ledger/holders/close-holder";
import { type AuthorSeat, authorSeats } from "@/modules/works/works-of";

export type AuthorPart = Readonly<{ account: "payable" | "held"; holder: string; minor: bigint }>;

/**
 * Where the parts of shared works go. Co-authors who have accepted their share by now are paid. Shares that are not accepted,
 * or whose author has left, go on hold under the seat. `payNewlyAcceptedSeats` pays a share accepted before the commit.
 */
export async function authorParts(tx: Tx, splits: readonly SplitRow[]): Promise<readonly AuthorPart[]> {
  const paying = splits.filter(({ minor }) => minor > 0n);
  if (paying.length === 0) return [];
  const isPending = ({ personId }: SplitRow) => personId === PENDING_AUTHOR;
  const people = paying.filter((split) => !isPending(split)).map(({ personId }) => personId);
  const gone = await closedPeople(tx, [...new Set(people)]);
  const asked = paying.filter((split) => isPending(split) || gone.has(split.personId));
  const seats = asked.length === 0 ? [] : await authorSeats([...new Set(asked.map((s) => s.workId))], tx);
  const seatsOf = grouped(seats, (seat) => seat.workId);
  const splitsOf = grouped(splits, partOf);
  return paying.flatMap((split): readonly AuthorPart[] => {
    const ofWork = seatsOf.get(split.workId) ?? [];
    if (isPending(split)) {
      const paid = (splitsOf.get(partOf(split)) ?? []).map(({ personId }) => personId);
      return pendingParts(split, ofWork, paid);
    }
    const left = gone.has(split.personId)
      ? ofWork.find(({ acceptedBy }) => acceptedBy === split.personId)
      : undefined;
    return [{ ...placeOf(split.personId, left?.authorId ?? null), minor: split.minor }];
  });
}

function pendingParts(
  split: SplitRow,
  seats: readonly AuthorSeat[],
  paid: readonly string[],
): readonly AuthorPart[] {
  return dividePending({ minor: split.minor, bps: split.shareBps }, seats, paid)
    .filter(({ minor }) => minor > 0n)
    .map(({ seat, minor }) => {
      const waits = seat.acceptedBy === null || seat.left;
      return { ...placeOf(seat.acceptedBy ?? "", waits ? seat.authorId : null), minor };
    });
}

const placeOf = (personId: string, seatId: string | null): Omit<AuthorPart, "minor"> =>
  seatId === null
    ? { account: "payable", holder: personHolder(personId) }
    : { account: "held", holder: authorHolder(seatId) };

const partOf = ({ allocationId, contributor, workId }: SplitRow): string =>
  `${allocationId} ${workId} ${contributor}`;
