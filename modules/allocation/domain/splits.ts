import { assert } from "@/kernel/assert";
import { sumOf } from "@/kernel/sum";
import { BPS } from "@/modules/deals/domain/money/money-split";
import { divideByWeight, type Portion } from "./largest-remainder";

export type Author = Readonly<{ personId: string; shareBps: number }>;

const ALL_BPS = BigInt(BPS);

/** Stands for the authors of a shared work who had not accepted when the deal was cleared. */
export const PENDING_AUTHOR = "~pending";

/**
 * Divides what a shared work earned among its accepted authors (largest remainder, ties to the smaller person id). What
 * they do not cover up to 10,000 bps belongs to authors who have not accepted, and is held for them.
 */
export function divideWork(minor: bigint, authors: readonly Author[]): readonly Portion[] {
  const accepted = sumOf(authors, (author) => BigInt(author.shareBps));
  const parts = authors.map((author) => ({ key: author.personId, weight: BigInt(author.shareBps) }));
  return divideByWeight(
    minor,
    accepted < ALL_BPS ? [...parts, { key: PENDING_AUTHOR, weight: ALL_BPS - accepted }] : parts,
  );
}

/** An author's seat of a work, as of the posting. */
export type Seat = Readonly<{ authorId: string; shareBps: number; acceptedBy: string | null }>;

/**
 * Divides the pending part of a shared work among the seats it belongs to: those nobody had accepted when the deal was
 * cleared, that is, all but those of `paid`. Largest remainder by basis points, ties to the smaller seat id, so that it is
 * the same whenever it is asked. Throws when the seats do not make up `pending.bps`: then they are not this work's.
 */
export function dividePending<S extends Seat>(
  pending: Readonly<{ minor: bigint; bps: number }>,
  seats: readonly S[],
  paid: readonly string[],
): readonly Readonly<{ seat: S; minor: bigint }>[] {
  const open = seats.filter((seat) => seat.acceptedBy === null || !paid.includes(seat.acceptedBy));
  const bps = open.reduce((sum, seat) => sum + seat.shareBps, 0);
  assert(bps === pending.bps, `the open seats hold ${bps} of ${pending.bps} basis points`);
  const bySeat = new Map(open.map((seat) => [seat.authorId, seat]));
  return divideByWeight(
    pending.minor,
    open.map((seat) => ({ key: seat.authorId, weight: BigInt(seat.shareBps) })),
  ).flatMap(({ key, minor }) => {
    const seat = bySeat.get(key);
    return seat === undefined ? [] : [{ seat, minor }];
  });
}
