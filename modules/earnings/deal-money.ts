import { wireMoney } from "@/kernel/money";
import { sumOf } from "@/kernel/sum";
import { maySplitShares, mayTellShares } from "@/modules/allocation/domain/small-group";
import {
  type AllocationRow,
  allocationsOf,
  findAllocation,
  heldBack,
} from "@/modules/allocation/run/allocation-rows";
import type { PublicMoneyWire } from "@/modules/allocation/schema/allocation";
import { allocationWire } from "@/modules/allocation/wire";
import { type Deal, moneyOf } from "@/modules/deals/domain/state/deal";
import { dealPositions } from "@/modules/ledger/read/deal-positions";
import { reserveReleases } from "@/modules/ledger/read/deal-reserve";
import { partsOfBooks, partsOfSplit } from "./domain/deal-flow";
import type { DealFlowWire, FlowPartName } from "./flow-schema";

/*
 * Where every minor unit of a deal goes: the one place these figures come from, for every page, file and answer of the API.
 */

type Line = Readonly<{ account: string; currency: string; minor: bigint }>;
type Parts = readonly Readonly<{ name: FlowPartName; minor: bigint }>[];

/** By the deal's terms, then by its newest split (with `previews`) or its sealed one, then as its books stand at `now`. */
export async function moneyOfDeal(
  deal: Deal,
  { previews, now }: Readonly<{ previews: boolean; now: Date }>,
): Promise<DealFlowWire> {
  const [positions, split] = await Promise.all([
    dealPositions([deal.id]),
    previews || deal.sealedAllocationId !== null ? splitOf(deal) : null,
  ]);
  if (positions.length > 0 && deal.fundedAt !== null) {
    const parts = await booksParts(deal, positions, split);
    return { ...flowOf(deal, split, parts), source: "ledger" as const, at: now.toISOString() };
  }
  if (split === null) return { ...flowOf(deal, null, termsParts(deal)), at: now.toISOString() };
  return flowOf(deal, split, splitParts(split));
}

/**
 * The same for those who may not see what single people get: the register, and the pages of contributors. Previews are
 * never in it, and what is paid in but not divided yet is shown as it will be divided.
 */
export async function publicMoneyOf(deal: Deal): Promise<PublicMoneyWire> {
  const split = deal.sealedAllocationId === null ? null : await splitOf(deal);
  const onBooks = split !== null && split.postedAt !== null;
  const parts = onBooks
    ? await booksParts(deal, await dealPositions([deal.id]), split)
    : split === null
      ? termsParts(deal)
      : splitParts(split);
  const money = (minor: bigint) => wireMoney(deal.currency, minor);
  const of = (...names: FlowPartName[]) =>
    sumOf(
      parts.filter(({ name }) => names.includes(name)),
      ({ minor }) => minor,
    );
  const claimed = of("payable", "paid_out");
  const shares = claimed + of("unclaimed", "held", "unsplit", "undivided");
  const [reserve, released] = [of("reserve"), of("released")];
  const contributors = split?.contributors ?? null;
  const told = contributors === null || mayTellShares(contributors);
  return {
    source: onBooks ? "ledger" : split === null ? "terms" : "sealed",
    gross: money(deal.grossMinor),
    fee: money(of("fee")),
    retained: money(of("retained")),
    contributorsPart: money(shares + reserve + released),
    parts: told
      ? {
          shares: money(shares),
          reserve: money(reserve),
          capKept: money(reserve === 0n ? 0n : (split?.undistributedMinor ?? 0n)),
          released: money(released),
        }
      : null,
    waiting:
      onBooks && contributors !== null && maySplitShares(contributors)
        ? { claimed: money(claimed), unclaimed: money(of("unclaimed")), held: money(of("held")) }
        : null,
  };
}

async function booksParts(
  deal: Deal,
  positions: readonly Line[],
  split: AllocationRow | null,
): Promise<Parts> {
  const releases = split === null ? [] : await reserveReleases(split.id);
  const ours = (lines: readonly Line[]) => lines.filter(({ currency }) => currency === deal.currency);
  return partsOfBooks(deal.grossMinor, ours(positions), ours(releases));
}

/** The sealed split, or the newest that was computed by the deal's own rules as they are now. */
async function splitOf(deal: Deal): Promise<AllocationRow | null> {
  return deal.sealedAllocationId === null ? previewOf(deal) : findAllocation(deal.sealedAllocationId);
}

/** The newest finished split by the deal's own rules as they are now; null while there is none. */
export async function previewOf(deal: Deal): Promise<AllocationRow | null> {
  const rows = await allocationsOf(deal.id, { take: 20 });
  return (
    rows.find((row) => row.state === "succeeded" && !row.whatIf && row.dealVersion === deal.version) ?? null
  );
}

function flowOf(deal: Deal, split: AllocationRow | null, parts: Parts): DealFlowWire {
  const totals = split === null ? null : allocationWire(split).totals;
  return {
    source: split === null ? "terms" : split.sealedAt === null ? "preview" : "sealed",
    at: (split?.finishedAt ?? deal.createdAt).toISOString(),
    allocationId: split?.id ?? null,
    currency: deal.currency,
    grossMinor: String(deal.grossMinor),
    parts: parts.map(({ name, minor }) => ({ name, minor: String(minor) })),
    capKeptMinor: String(split?.undistributedMinor ?? 0n),
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
    reserve: heldBack(row),
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
