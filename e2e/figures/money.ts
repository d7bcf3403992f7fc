import { type Deal, type Facts, type Share, type Split, sum } from "./facts";

/** Splits a gross amount as docs/rules says: each part is rounded down, in the order in which it is taken. */
export function moneyBy(
  rules: Readonly<{
    grossMinor: bigint;
    contributorShareBps: number;
    operatorFeeBps: number;
    reserveBps: number;
  }>,
) {
  const of = (whole: bigint, bps: number) => (whole * BigInt(bps)) / 10_000n;
  const gross = rules.grossMinor;
  const part = of(gross, rules.contributorShareBps);
  const fee = of(gross, rules.operatorFeeBps);
  const pool = part - fee;
  const reserve = of(pool, rules.reserveBps);
  return { gross, part, fee, pool, reserve, retained: gross - part, distributable: pool - reserve };
}

export const paidShares = async (facts: Facts, splitId: string): Promise<readonly Share[]> =>
  (await facts.shares(splitId)).filter(({ outcome }) => outcome === "paid");

export const paidOf = async (facts: Facts, splitId: string): Promise<bigint> =>
  sum(await paidShares(facts, splitId), ({ minor }) => minor);

/** What lines of these accounts come to for a deal: credits above zero. */
export const standing = (facts: Facts, dealId: string, ...accounts: string[]): bigint =>
  -sum(
    facts.by("deal", dealId).filter((line) => accounts.includes(line.account)),
    ({ minor }) => minor,
  );

export type Stage = Readonly<{ at: "books" } | { at: "terms" } | { at: "split"; split: Split }>;

/** Whether a page shows a deal's money by its terms, by a split, or as the books have it. */
export function stageOf(facts: Facts, deal: Deal, path: string): Stage {
  const forParties = /^\/(o|operator)(\/|$)/.test(path);
  const sealed = deal.sealedAllocationId === null ? undefined : facts.splits.get(deal.sealedAllocationId);
  const onBooks = facts.by("deal", deal.id).length > 0 && deal.fundedAt !== null;
  if (onBooks && (forParties || sealed?.postedAt)) return { at: "books" };
  if (sealed !== undefined) return { at: "split", split: sealed };
  // What a platform tries out is not shown to its licensee.
  const seesPreviews = path.startsWith("/operator") || path.startsWith(`/o/${deal.platformId}`);
  if (!seesPreviews || deal.sealedAllocationId !== null) return { at: "terms" };
  const [preview] = [...facts.splits.values()]
    .filter((one) => one.dealId === deal.id && !one.whatIf && one.dealVersion === deal.version)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return preview === undefined ? { at: "terms" } : { at: "split", split: preview };
}
