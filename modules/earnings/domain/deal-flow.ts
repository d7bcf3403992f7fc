import { sumOf } from "@/kernel/sum";
/** Amounts of a split by its own rules, minor units; `paid` = payable + unclaimed + held. */
export type SplitAmounts = Readonly<{
  gross: bigint;
  retained: bigint;
  fee: bigint;
  /** Held back by rule, with what a cap keeps from everyone. */
  reserve: bigint;
  paid: bigint;
  unclaimed: bigint;
  held: bigint;
}>;

export type FlowPart<Name extends string> = Readonly<{ name: Name; minor: bigint }>;

/** The parts of a computed split; what is nothing is left out. */
export function partsOfSplit(split: SplitAmounts) {
  return shown([
    { name: "retained", minor: split.retained },
    { name: "fee", minor: split.fee },
    { name: "payable", minor: split.paid - split.unclaimed - split.held },
    { name: "unclaimed", minor: split.unclaimed },
    { name: "held", minor: split.held },
    { name: "reserve", minor: split.reserve },
  ] as const);
}

/** A balance of one account for one deal: debit above zero. */
export type Standing = Readonly<{ account: string; minor: bigint }>;

/**
 * The parts of a funded deal as its books stand. Credits are where the money is; what of the gross stands nowhere any
 * more has left the books to its owners and is `paid_out`. `releases` are the credits of the reserve's release on the
 * accounts it went to: that money is `released`, and counted nowhere else.
 */
export function partsOfBooks(
  gross: bigint,
  standings: readonly Standing[],
  releases: readonly Standing[] = [],
) {
  const on = (...accounts: string[]) =>
    sumOf(
      standings.filter(({ account }) => accounts.includes(account)),
      ({ minor }) => -minor,
    );
  const parts = [
    { name: "retained", minor: on("platform_retained") },
    { name: "fee", minor: on("operator_fee") },
    { name: "payable", minor: on("payable", "in_transit") },
    { name: "unclaimed", minor: on("unclaimed") },
    { name: "held", minor: on("held") },
    { name: "reserve", minor: on("reserve") },
    { name: "undivided", minor: on("deal_pool") },
  ] as const;
  const standing = sumOf(parts, ({ minor }) => minor);
  return shown(releasedApart([...parts, { name: "paid_out", minor: gross - standing } as const], releases));
}

/** Where released money can have gone on to, in the order in which it is looked for. */
const GONE_ON = ["payable", "paid_out", "unclaimed", "held"] as const;

/**
 * Takes what was released out of the parts in which it stands: first where the release brought it, then, for what has been
 * claimed or paid out since, where such money goes on to. The sum stays what it was.
 */
function releasedApart<Name extends string>(
  parts: readonly FlowPart<Name>[],
  releases: readonly Standing[],
): readonly FlowPart<Name | "released">[] {
  const left = new Map<string, bigint>(parts.map(({ name, minor }) => [name, minor]));
  let released = 0n;
  const take = (name: string, wanted: bigint): bigint => {
    const there = left.get(name) ?? 0n;
    const taken = there <= 0n ? 0n : wanted < there ? wanted : there;
    left.set(name, there - taken);
    released += taken;
    return wanted - taken;
  };
  let gone = sumOf(releases, ({ account, minor }) => take(account, -minor));
  for (const name of GONE_ON) gone = take(name, gone);
  return [
    ...parts.map(({ name }) => ({ name, minor: left.get(name) ?? 0n })),
    { name: "released" as const, minor: released },
  ];
}

function shown<Name extends string>(parts: readonly FlowPart<Name>[]): readonly FlowPart<Name>[] {
  return parts.filter(({ minor }) => minor !== 0n);
}
