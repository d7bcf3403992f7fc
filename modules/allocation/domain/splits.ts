import { BPS } from "@/modules/deals/domain/money-split";
import { divideByWeight, type Portion } from "./largest-remainder";

export type Author = Readonly<{ personId: string; shareBps: number }>;

const ALL_BPS = BigInt(BPS);

/** Holder of the part of a shared work whose author has not accepted yet. */
export const PENDING_AUTHOR = "~pending";

/**
 * Divides what a shared work earned among its accepted authors (largest remainder, ties to the smaller person id). What
 * they do not cover up to 10,000 bps belongs to authors who have not accepted, and is held for them.
 */
export function divideWork(minor: bigint, authors: readonly Author[]): readonly Portion[] {
  const accepted = authors.reduce((sum, author) => sum + BigInt(author.shareBps), 0n);
  const parts = authors.map((author) => ({ key: author.personId, weight: BigInt(author.shareBps) }));
  return divideByWeight(
    minor,
    accepted < ALL_BPS ? [...parts, { key: PENDING_AUTHOR, weight: ALL_BPS - accepted }] : parts,
  );
}
