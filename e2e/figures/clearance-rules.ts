import { decodeJwt } from "jose";
import { type Facts, sum } from "./facts";
import { moneyBy } from "./money";
import { parted, type Rule, type Rules } from "./rule";

type Tally = Readonly<{
  verdict: string;
  reason: string;
  rows: bigint;
  tokens: bigint;
  contributors: bigint;
}>;
type Known = Readonly<{ tallies: readonly Tally[]; basis: string; weighting: string; dealId: string }>;

/** What the signed certificate of a clearance says. */
async function certified(facts: Facts, id = ""): Promise<Known> {
  const [row] = await facts.rows<{ certificate: string; basis: string; dealId: string }>(
    `SELECT certificate, basis, deal_id AS "dealId" FROM clearance WHERE id = $1`,
    [id],
  );
  const claims = decodeJwt(row?.certificate ?? "") as { reasons: Record<keyof Tally, string>[] };
  const tallies = claims.reasons.map((one) => ({
    verdict: one.verdict,
    reason: one.reason,
    rows: BigInt(one.rows),
    tokens: BigInt(one.tokens),
    contributors: BigInt(one.contributors),
  }));
  const deal = facts.deals.get(row?.dealId ?? "");
  return { tallies, basis: row?.basis ?? "", weighting: deal?.weighting ?? "", dealId: row?.dealId ?? "" };
}

const groupOf = ({ verdict, reason }: Tally): string =>
  reason === "unmatched" ? "unmatched" : /^item_(deleted|removed)$/.test(reason) ? "deleted" : verdict;
const isIn = (basis: string) => (tally: Tally) =>
  groupOf(tally) === "cleared" || (groupOf(tally) === "unset" && basis === "platform_terms");
const GROUPS = ["cleared", "unset", "refused", "unmatched", "deleted"];

type What = "rows" | "tokens" | "contributors";
const counted =
  (what: What, fits: (tally: Tally, known: Known) => boolean): Rule =>
  async (facts, [id]) => {
    const known = await certified(facts, id);
    return sum(
      known.tallies.filter((tally) => fits(tally, known)),
      (tally) => tally[what],
    );
  };

/** The part of what is divided that rows would have if all were in, give or take the units of rounding. */
const money =
  (fits: (tally: Tally, known: Known, of: readonly string[]) => boolean): Rule =>
  async (facts, of) => {
    const known = await certified(facts, of[0]);
    const measure: What =
      known.weighting === "per_item" ? "rows" : known.weighting === "equal" ? "contributors" : "tokens";
    const mine = known.tallies.filter((tally) => fits(tally, known, of));
    const all = sum(known.tallies, (tally) => tally[measure]);
    const whole = divided(facts, known.dealId);
    if (mine.length === known.tallies.length) return whole;
    const exact = all === 0n ? 0n : (whole * sum(mine, (tally) => tally[measure])) / all;
    const slack = BigInt(mine.length);
    return { from: exact - slack, to: exact + slack };
  };

const divided = (facts: Facts, dealId: string): bigint => {
  const deal = facts.deals.get(dealId);
  return deal === undefined ? 0n : moneyBy(deal).distributable;
};

const rate =
  (onlyIn: boolean): Rule =>
  async (facts, [id]) => {
    const known = await certified(facts, id);
    const tokens = sum(
      known.tallies.filter((one) => !onlyIn || isIn(known.basis)(one)),
      (one) => one.tokens,
    );
    const decimals = { JPY: 0, KWD: 3 }[facts.deals.get(known.dealId)?.currency ?? ""] ?? 2;
    return (divided(facts, known.dealId) * 10n ** BigInt(6 - decimals) * 1000n) / tokens;
  };

const ofReason =
  (what: What): Rule =>
  async (facts, of) => {
    const [id, verdict, reason] = parted(of, 3);
    return sum(
      (await certified(facts, id)).tallies.filter((one) => one.verdict === verdict && one.reason === reason),
      (one) => one[what],
    );
  };

export const CLEARANCE_RULES: Rules = {
  "clearance.included": counted("rows", (tally, { basis }) => isIn(basis)(tally)),
  "clearance.refused": counted("rows", (tally) => groupOf(tally) === "refused"),
  "clearance.unset": counted("rows", (tally, { basis }) => groupOf(tally) === "unset" && !isIn(basis)(tally)),
  "clearance.nobody": counted("rows", (tally) => ["unmatched", "deleted"].includes(groupOf(tally))),
  ...Object.fromEntries(
    GROUPS.flatMap((group) => [
      ...(["rows", "tokens", "contributors"] as const).map(
        (what) => [`coverage.${group}.${what}`, counted(what, (tally) => groupOf(tally) === group)] as const,
      ),
      [`coverage.${group}.money`, money((tally) => groupOf(tally) === group)] as const,
    ]),
  ),
  "coverage.all.rows": counted("rows", () => true),
  "coverage.all.tokens": counted("tokens", () => true),
  "coverage.all.money": money(() => true),
  "coverage.pool": async (facts, [id]) => divided(facts, (await certified(facts, id)).dealId),
  "coverage.forgone": money((tally, { basis }) => !isIn(basis)(tally)),
  "coverage.rate": rate(true),
  "coverage.rate_all": rate(false),
  "reason.rows": ofReason("rows"),
  "reason.tokens": ofReason("tokens"),
  "reason.money": money(
    (tally, _, [, verdict, reason]) => tally.verdict === verdict && tally.reason === reason,
  ),
};
