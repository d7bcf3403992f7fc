import { query } from "@/infra/verb/query";
import { notFound } from "@/kernel/errors";
import { CURRENCY_DECIMALS, wireMoney } from "@/kernel/money";
import { sumOf } from "@/kernel/sum";
import { splitMoney } from "@/modules/deals/domain/money/money-split";
import type { Deal } from "@/modules/deals/domain/state/deal";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { coverageOf } from "./domain/coverage";
import type { ReasonTally, RowReason } from "./domain/verdict";
import { findClearance } from "./repository";
import { ClearanceRequest, CoverageView, type CoverageWire } from "./schema";

/** How far a clearance covers its manifest, in rows, tokens and money; empty until it has come to its end. */
export const clearanceCoverage = query({
  name: "clearance.coverage",
  scope: "clearance:read",
  input: ClearanceRequest,
  output: CoverageView,
  async run({ actor }, { clearanceId }) {
    const row = await findClearance(clearanceId);
    if (row === null) throw notFound("clearance");
    const deal = await dealFor(actor, row.dealId, "clearance:read");
    return coverageWire(talliesOf(row.reasons), deal);
  },
});

/** Reasons are stored as they go on the wire: counts as text. */
export function talliesOf(stored: unknown): ReasonTally[] {
  type Stored = Readonly<Record<"verdict" | "reason" | "rows" | "tokens" | "contributors", string>>;
  return ((stored as Stored[] | null) ?? []).map((entry) => ({
    verdict: entry.verdict as ReasonTally["verdict"],
    reason: entry.reason,
    rows: BigInt(entry.rows),
    tokens: BigInt(entry.tokens),
    contributors: BigInt(entry.contributors),
  }));
}

function coverageWire(tallies: readonly ReasonTally[], deal: Deal): CoverageWire {
  const poolMinor = splitMoney(deal).distributableMinor;
  const { measure, groups, reasons } = coverageOf(tallies, { ...deal, poolMinor });
  const money = (minor: bigint) => wireMoney(deal.currency, minor);
  const texts = <T extends Readonly<{ rows: bigint; tokens: bigint; contributors: bigint; minor: bigint }>>({
    minor,
    ...rest
  }: T) => ({
    ...rest,
    rows: String(rest.rows),
    tokens: String(rest.tokens),
    contributors: String(rest.contributors),
    money: money(minor),
  });
  const tokensOf = (all: boolean) =>
    sumOf(
      groups.filter((group) => all || group.included),
      (group) => group.tokens,
    );
  return {
    measure,
    pool: money(poolMinor),
    dealVersion: deal.version,
    groups: groups.map(texts),
    reasons: reasons.map((entry) => ({ ...texts(entry), reason: entry.reason as RowReason })),
    rate: {
      included: ratePerThousand(poolMinor, deal, tokensOf(false)),
      all: ratePerThousand(poolMinor, deal, tokensOf(true)),
    },
  };
}

/** Millionths of the currency for 1,000 tokens, rounded down; null where there are none. */
function ratePerThousand(poolMinor: bigint, { currency }: Deal, tokens: bigint): string | null {
  if (tokens === 0n) return null;
  return String((poolMinor * 10n ** BigInt(6 - CURRENCY_DECIMALS[currency]) * 1000n) / tokens);
}
