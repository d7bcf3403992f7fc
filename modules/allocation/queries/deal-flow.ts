import { query } from "@/infra/query";
import { dealFor } from "@/modules/deals/deal-for";
import { type Deal, moneyOf } from "@/modules/deals/domain/deal";
import { dealPositions } from "@/modules/ledger/deal-positions";
import { reserveReleases } from "@/modules/ledger/deal-reserve";
import { partsOfBooks, partsOfSplit } from "../domain/deal-flow";
import { seesPreviews } from "../files-for";
import { DealFlow, DealFlowRequest, type DealFlowWire, type FlowPartName } from "../flow-schema";
import { type AllocationRow, allocationsOf, findAllocation } from "../repository/allocation";
import { allocationWire } from "../wire";

/** Where every minor unit of a deal goes: by its terms, then by its newest split (not for its licensee), then as its books stand. */
export const dealFlow = query({
  name: "allocation.deal_flow",
  scope: "allocation:read",
  input: DealFlowRequest,
  output: DealFlow,
  async run({ actor, now }, { dealId }) {
    const deal = await dealFor(actor, dealId, "allocation:read");
    const [positions, split] = await Promise.all([
      dealPositions([deal.id]),
      seesPreviews(actor, deal) || deal.sealedAllocationId !== null ? splitOf(deal) : null,
    ]);
    if (positions.length > 0 && deal.fundedAt !== null) {
      const releases = split === null ? [] : await reserveReleases(split.id);
      const ours = (lines: readonly Line[]) => lines.filter(({ currency }) => currency === deal.currency);
      const parts = partsOfBooks(deal.grossMinor, ours(positions), ours(releases));
      return { ...flowOf(deal, split, parts), source: "ledger" as const, at: now.toISOString() };
    }
    if (split === null) return { ...flowOf(deal, null, termsParts(deal)), at: now.toISOString() };
    return flowOf(deal, split, splitParts(split));
  },
});

/** The sealed split, or the newest that was computed by the deal's own rules as they are now. */
async function splitOf(deal: Deal): Promise<AllocationRow | null> {
  if (deal.sealedAllocationId !== null) return findAllocation(deal.sealedAllocationId);
  const rows = await allocationsOf(deal.id, { take: 20 });
  return (
    rows.find((row) => row.state === "succeeded" && !row.whatIf && row.dealVersion === deal.version) ?? null
  );
}

type Line = Readonly<{ account: string; currency: string; minor: bigint }>;
type Parts = readonly Readonly<{ name: FlowPartName; minor: bigint }>[];

function flowOf(deal: Deal, split: AllocationRow | null, parts: Parts): DealFlowWire {
  const totals = split === null ? null : allocationWire(split).totals;
  return {
    source: split === null ? "terms" : split.sealedAt === null ? "preview" : "sealed",
    at: (split?.finishedAt ?? deal.createdAt).toISOString(),
    allocationId: split?.id ?? null,
    currency: deal.currency,
    grossMinor: String(deal.grossMinor),
    parts: parts.map(({ name, minor }) => ({ name, minor: String(minor) })),
    contributors: totals?.contributors ?? null,
    unclaimedContributors: totals?.unclaimedContributors ?? null,
  };
}

function splitParts(row: AllocationRow): Parts {
  const totals = allocationWire(row).totals;
  return partsOfSplit({
    gross: row.grossMinor,
    retained: row.retainedMinor,
    fee: row.feeMinor,
    reserve: row.reserveMinor + (row.undistributedMinor ?? 0n),
    paid: row.paidMinor ?? 0n,
    unclaimed: BigInt(totals?.unclaimedMinor ?? "0"),
    held: BigInt(totals?.heldMinor ?? "0"),
  });
}

function termsParts(deal: Deal): Parts {
  const money = moneyOf(deal);
  const parts: Parts = [
    { name: "retained", minor: money.retainedMinor },
    { name: "fee", minor: money.feeMinor },
    { name: "unsplit", minor: money.distributableMinor },
    { name: "reserve", minor: money.reserveMinor },
  ];
  return parts.filter(({ minor }) => minor > 0n);
}
