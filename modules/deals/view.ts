import { type Actor, isOperator, mayFor } from "@/kernel/actor";
import type { Currency } from "@/kernel/money";
import { organisationsOf } from "@/modules/parties/organisation-of";
import { mayWith } from "./deal-for";
import { type Deal, moneyOf } from "./domain/deal";
import { allows, type DealAct } from "./domain/deal-state";
import type { MoneySplit } from "./domain/money-split";
import { noticeRunning } from "./domain/notice";
import type { DealView, SplitView } from "./schema";

/** Deals as this actor sees them, on the wire. One look-up of names for the whole list. */
export async function dealViews(deals: readonly Deal[], actor: Actor, now: Date): Promise<DealView[]> {
  const platforms = await organisationsOf([...new Set(deals.map((deal) => deal.platformId))]);
  return deals.map((deal) =>
    viewOf(deal, platforms.get(deal.platformId)?.name ?? deal.platformId, actor, now),
  );
}

export async function dealView(deal: Deal, actor: Actor, now: Date): Promise<DealView> {
  const [view] = await dealViews([deal], actor, now);
  if (view === undefined) throw new Error("invariant broken: one deal has one view");
  return view;
}

export const wireMoney = (currency: Currency, minor: bigint) => ({ currency, minor: minor.toString() });

export function splitView(currency: Currency, split: MoneySplit): SplitView {
  return {
    fee: wireMoney(currency, split.feeMinor),
    retained: wireMoney(currency, split.retainedMinor),
    pool: wireMoney(currency, split.poolMinor),
    reserve: wireMoney(currency, split.reserveMinor),
    distributable: wireMoney(currency, split.distributableMinor),
  };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function viewOf(deal: Deal, platformName: string, actor: Actor, now: Date): DealView {
  const { platformId, licenseeId, licenseeName, grossMinor, createdBy: _, uses, ...rest } = deal;
  return {
    ...rest,
    platform: { id: platformId, name: platformName },
    licensee: { id: licenseeId, name: licenseeName },
    uses: [...uses],
    gross: wireMoney(deal.currency, grossMinor),
    split: splitView(deal.currency, moneyOf(deal)),
    createdAt: deal.createdAt.toISOString(),
    reportedAt: iso(deal.reportedAt),
    noticedAt: iso(deal.noticedAt),
    noticeEndsAt: iso(deal.noticeEndsAt),
    noticeRunning: noticeRunning(deal, now),
    sealedAt: iso(deal.sealedAt),
    sealedAsOf: iso(deal.sealedAsOf),
    fundedAt: iso(deal.fundedAt),
    allocatedAt: iso(deal.allocatedAt),
    cancelledAt: iso(deal.cancelledAt),
    disputedAt: iso(deal.disputedAt),
    allowedActs: allowedActs(deal, actor, now),
  };
}

const PLATFORM_ACTS: readonly DealAct[] = ["edit", "report", "notice", "amend", "cancel"];
const OPERATOR_ACTS: readonly DealAct[] = [
  "fund",
  "allocate",
  "dispute",
  "undispute",
  "unfund",
  "unallocate",
];

function allowedActs(deal: Deal, actor: Actor, now: Date): DealAct[] {
  const mine = [
    ...(mayWith(actor, deal, "deals:write") ? PLATFORM_ACTS : []),
    ...(mayFor(actor, deal.platformId, "allocation:write") && !noticeRunning(deal, now)
      ? ["seal" as const]
      : []),
    ...(isOperator(actor, "operator:write") ? OPERATOR_ACTS : []),
  ];
  return mine.filter((act) => allows(deal, act));
}
