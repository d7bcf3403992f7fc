import { type Facts, type Share, type Split, sum } from "./facts";
import { moneyBy, paidOf, paidShares } from "./money";
import { parted, type Rule, type Rules } from "./rule";

const splitOf = (facts: Facts, id = ""): Split => {
  const split = facts.splits.get(id);
  if (split === undefined) throw new Error(`no split ${id}`);
  return split;
};

const byRules =
  (name: keyof ReturnType<typeof moneyBy>): Rule =>
  (facts, [id]) =>
    moneyBy(splitOf(facts, id).rules)[name];

const ofShares =
  (value: (shares: readonly Share[], split: Split) => bigint): Rule =>
  async (facts, [id = ""]) =>
    value(await paidShares(facts, id), splitOf(facts, id));

const DECIMALS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, KWD: 3, BHD: 3 };
const littleIn = (currency: string): bigint => {
  const decimals = DECIMALS[currency] ?? 2;
  return decimals === 0 ? 100n : 10n ** BigInt(decimals);
};

/** The smallest amount that at least this part of all people do not exceed. */
const quantile =
  (tenths: number): Rule =>
  async (facts, [id = ""]) => {
    const amounts = (await paidShares(facts, id)).map(({ minor }) => minor).sort((a, b) => (a < b ? -1 : 1));
    return amounts[Math.max(0, Math.ceil((amounts.length * tenths) / 10) - 1)] ?? 0n;
  };

const share =
  (value: (share: Share) => bigint): Rule =>
  async (facts, of) => {
    const [id = "", name] = parted(of, 2);
    const found = (await facts.shares(id)).find(({ contributor }) => contributor === name);
    return found === undefined ? 0n : value(found);
  };

/** Who holds a name on a platform at an instant, or held it last before. */
export function holderOf(facts: Facts, { organisationId, postedAt }: Split, name: string): string | null {
  const at = postedAt ?? new Date();
  const periods = facts.periods.filter((one) => one.platformId === organisationId && one.name === name);
  const then = periods.find((one) => one.from <= at && (one.to === null || one.to > at));
  return (then ?? periods.find((one) => one.from > at))?.personId ?? null;
}

type Pair = Readonly<{ items: bigint; before: bigint; after: bigint }>;
async function pairs(facts: Facts, before: string, after: string): Promise<readonly Pair[]> {
  const found = new Map<string, Pair>();
  for (const [which, id] of [
    ["before", before],
    ["after", after],
  ] as const)
    for (const one of await facts.shares(id)) {
      const pair = found.get(one.contributor) ?? { items: 1n, before: 0n, after: 0n };
      const items = one.rows > pair.items ? one.rows : pair.items;
      found.set(one.contributor, { ...pair, items, [which]: one.minor });
    }
  return [...found.values()];
}

const change =
  (value: (pairs: readonly Pair[]) => bigint): Rule =>
  async (facts, [before = "", after = ""]) =>
    value(await pairs(facts, before, after));

const STEPS = [1n, 2n, 10n, 100n, 1000n];
const more = ({ before, after }: Pair) => after > before;
const less = ({ before, after }: Pair) => after < before;
const size = (of: readonly unknown[]) => BigInt(of.length);

const CHANGES: Rules = {
  "change.gain.people": change((all) => size(all.filter(more))),
  "change.lose.people": change((all) => size(all.filter(less))),
  "change.same.people": change((all) => size(all.filter((one) => !more(one) && !less(one)))),
  "change.gain.minor": change((all) => sum(all.filter(more), ({ before, after }) => after - before)),
  "change.lose.minor": change((all) => sum(all.filter(less), ({ before, after }) => before - after)),
  ...Object.fromEntries(
    STEPS.flatMap((from, at) => {
      const to = STEPS[at + 1];
      const group = (all: readonly Pair[]) =>
        all.filter(({ items }) => items >= from && (to === undefined || items < to));
      return [
        [`change.of_${from}.people`, change((all) => size(group(all)))],
        [`change.of_${from}.gain`, change((all) => size(group(all).filter(more)))],
        [`change.of_${from}.lose`, change((all) => size(group(all).filter(less)))],
        [`change.of_${from}.before`, change((all) => sum(group(all), ({ before }) => before))],
        [`change.of_${from}.after`, change((all) => sum(group(all), ({ after }) => after))],
      ] as const;
    }),
  ),
};

const upToPaid: Rule = async (facts, [id = ""]) => ({ from: 0n, to: await paidOf(facts, id) });

export const SPLIT_RULES: Rules = {
  ...CHANGES,
  "split.gross": byRules("gross"),
  "split.retained": byRules("retained"),
  "split.contributors_part": byRules("part"),
  "split.fee": byRules("fee"),
  "split.pool": byRules("pool"),
  "split.reserve_by_rule": byRules("reserve"),
  "split.distributable": byRules("distributable"),
  "split.reserve": ofShares((shares, { rules }) => moneyBy(rules).pool - sum(shares, ({ minor }) => minor)),
  "split.cap_kept": ofShares(
    (shares, { rules }) => moneyBy(rules).distributable - sum(shares, ({ minor }) => minor),
  ),
  "split.cap": ofShares(
    (_, { rules }) => (moneyBy(rules).distributable * BigInt(rules.capBps ?? 0)) / 10_000n,
  ),
  "split.paid": (facts, [id = ""]) => paidOf(facts, id),
  "split.contributors": ofShares((shares) => size(shares)),
  "split.rows": ofShares((shares) => sum(shares, ({ rows }) => rows)),
  "split.leftover_units": ofShares((shares) => sum(shares, ({ leftover }) => leftover)),
  "split.p10": quantile(1),
  "split.median": quantile(5),
  "split.p90": quantile(9),
  "split.max": quantile(10),
  "split.small_below": (facts, [id]) => littleIn(splitOf(facts, id).currency),
  "split.small": ofShares((shares, { currency }) =>
    sum(
      shares.filter(({ minor }) => minor < littleIn(currency)),
      ({ minor }) => minor,
    ),
  ),
  // Who had proved a name when the split was made is not in its files; the three add up to what is paid.
  "split.payable": upToPaid,
  "split.unclaimed": upToPaid,
  "split.held": upToPaid,
  "split.waiting": upToPaid,
  "share.minor": share(({ minor }) => minor),
  "share.base": share(({ base }) => base),
  "share.leftover": share(({ leftover }) => leftover),
  "share.tokens": share(({ tokens }) => tokens),
  "share.change": async (facts, of) => {
    const [before = "", after = "", name = ""] = parted(of, 3);
    const minor = async (id: string) =>
      (await facts.shares(id)).find(({ contributor }) => contributor === name)?.minor ?? 0n;
    return (await minor(after)) - (await minor(before));
  },
  "share.own": async (facts, of, { personId }) => {
    const [id = "", name = ""] = parted(of, 2);
    const found = (await facts.shares(id)).find(({ contributor }) => contributor === name);
    const own = (await facts.parts(id)).filter(
      (one) => one.contributor === name && one.personId === personId,
    );
    return (found?.minor ?? 0n) - (found?.split ?? 0n) + sum(own, ({ minor }) => minor);
  },
  "share.to_co_authors": async (facts, of, { personId }) => {
    const [id = "", name = ""] = parted(of, 2);
    const others = (await facts.parts(id)).filter(
      (one) => one.contributor === name && one.personId !== personId,
    );
    return sum(others, ({ minor }) => minor);
  },
  "share.rate": async (facts, of) => {
    const [id = "", name = ""] = parted(of, 2);
    const split = splitOf(facts, id);
    const paid = await paidShares(facts, id);
    const mine = paid.find(({ contributor }) => contributor === name);
    if (mine === undefined || mine.tokens === 0n) return 0n;
    // What their weight earns for 1,000 of their tokens, before it is rounded to the smallest unit or capped.
    const micros = 10n ** BigInt(6 - (DECIMALS[split.currency] ?? 2));
    const all = sum(paid, ({ weight }) => weight);
    return (moneyBy(split.rules).distributable * micros * 1000n * mine.weight) / (all * mine.tokens);
  },
  "joint.work": async (facts, of) => {
    const [id = "", work = "", name = ""] = parted(of, 3);
    const parts = (await facts.parts(id)).filter((one) => one.workId === work && one.contributor === name);
    return parts[0]?.work ?? 0n;
  },
  "joint.part": async (facts, of) => {
    const [id = "", work = "", bps = "", name = ""] = parted(of, 4);
    const parts = (await facts.parts(id)).filter((one) => one.workId === work && one.contributor === name);
    const same = parts.filter((one) => one.shareBps === Number(bps)).map(({ minor }) => minor);
    // A part that was pending then is divided among the seats it belongs to.
    return same.length > 0 ? { oneOf: same } : { from: 0n, to: parts[0]?.work ?? 0n };
  },
};
