import { wireMoney } from "@/kernel/money";
import { allocate, type ContributorOffer } from "@/modules/allocation/domain/allocate";
import { decimalText } from "@/modules/allocation/domain/explain";
import { rowWeight } from "@/modules/clearance/domain/weights";
import { splitMoney } from "@/modules/deals/domain/money/money-split";

const CURRENCY = "USD";
const DECIMALS = 2;
const RULES = {
  grossMinor: 1_000_000n,
  contributorShareBps: 7_000,
  operatorFeeBps: 200,
  reserveBps: 333,
} as const;
const CAP_BPS = 4_000;

/** Five people, chosen so that every rule shows: a cap, a price that is too high, a leftover unit. */
const PEOPLE = [
  { name: "Ada", tokens: 60_000n, floorMicros: null },
  { name: "Ben", tokens: 45_001n, floorMicros: null },
  { name: "Cem", tokens: 29_000n, floorMicros: 40_000_000n },
  { name: "Dot", tokens: 12_000n, floorMicros: 75_000_000n },
  { name: "Eli", tokens: 7n, floorMicros: null },
] as const;

type Money = Readonly<{ currency: string; minor: string }>;

export type ExampleShare = Readonly<{
  name: string;
  tokens: string;
  floorMicros: string | null;
  /** What the division gives before it is cut to whole cents, in major units; null for who is not paid by weight. */
  exact: string | null;
  base: Money;
  leftover: boolean;
  paid: Money;
  outcome: "paid" | "capped" | "floor_not_met";
  /** For a price that was too high: the highest one that would have been met. */
  neededMicros: string | null;
}>;

export type WorkedExample = Readonly<{
  currency: string;
  rules: Readonly<{
    contributorShareBps: number;
    operatorFeeBps: number;
    reserveBps: number;
    capBps: number;
  }>;
  gross: Money;
  contributorsPart: Money;
  fee: Money;
  retained: Money;
  pool: Money;
  reserve: Money;
  distributable: Money;
  cap: Money;
  shares: readonly ExampleShare[];
  paid: Money;
  undistributed: Money;
}>;

/** The example of the rules page, computed by the very rules that divide real deals; nothing in it is written by hand. */
export function workedExample(): WorkedExample {
  const { contributorShareBps, operatorFeeBps, reserveBps } = RULES;
  const split = splitMoney(RULES);
  const offers: ContributorOffer[] = PEOPLE.map(({ name, tokens, floorMicros }) => ({
    key: name,
    contributor: name,
    tokens,
    weight: rowWeight("per_token", { tokens, score: null, qualityPpm: null }),
    floorMicros,
    draw: name,
  }));
  const pool = split.distributableMinor;
  const result = allocate({ distributableMinor: pool, decimals: DECIMALS, capBps: CAP_BPS }, offers);
  const rest = result.cap?.restMinor ?? pool;
  const restWeight = result.clearing.weight - (result.cap?.cappedWeight ?? 0n);
  const shares = result.shares.map((share): ExampleShare => {
    const person = PEOPLE.find(({ name }) => name === share.contributor);
    const byWeight = share.outcome === "paid" && !share.capped;
    return {
      name: share.contributor,
      tokens: String(share.tokens),
      floorMicros: person?.floorMicros == null ? null : String(person.floorMicros),
      exact: byWeight ? decimalText(rest * share.weight, restWeight * 10n ** BigInt(DECIMALS), 6) : null,
      base: money(share.baseMinor),
      leftover: share.leftover > 0n,
      paid: money(share.minor),
      outcome: share.capped ? "capped" : share.outcome,
      neededMicros: share.neededMicros === null ? null : String(share.neededMicros),
    };
  });
  return {
    currency: CURRENCY,
    rules: { contributorShareBps, operatorFeeBps, reserveBps, capBps: CAP_BPS },
    gross: money(split.grossMinor),
    contributorsPart: money(split.poolMinor + split.feeMinor),
    fee: money(split.feeMinor),
    retained: money(split.retainedMinor),
    pool: money(split.poolMinor),
    reserve: money(split.reserveMinor),
    distributable: money(pool),
    cap: money(result.cap?.capMinor ?? pool),
    shares,
    paid: money(result.paidMinor),
    undistributed: money(result.undistributedMinor),
  };
}

const money = (minor: bigint): Money => wireMoney(CURRENCY, minor);
