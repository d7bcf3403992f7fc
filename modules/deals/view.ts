import { type Actor, isOperator, mayFor } from "@/kernel/actor";
import { assert } from "@/kernel/assert";
import { type Currency, wireMoney } from "@/kernel/money";
import { organisationsOf } from "@/modules/parties/organisations/organisation-of";
import type { MoneySplit } from "./domain/money/money-split";
import { type Deal, moneyOf } from "./domain/state/deal";
import type { DealAct } from "./domain/state/deal-state";
import { noticeRunning } from "./domain/state/notice";
import { awaitsAnswer, isPossible } from "./domain/terms/agreement";
import { isForLicensee, mayWith } from "./doors/deal-for";
import type { DealView, SplitView } from "./schema/deal";

/** Deals as this actor sees them, on the wire. One look-up of names for the whole list. */
export async function dealViews(deals: readonly Deal[], actor: Actor, now: Date): Promise<DealView[]> {
  const parties = await organisationsOf([
    ...new Set(
      deals.flatMap(({ platformId, licenseeId }) => [platformId, ...(licenseeId ? [licenseeId] : [])]),
    ),
  ]);
  return deals.map((deal) => {
    const platform = parties.get(deal.platformId);
    const awaited = awaitsAnswer(deal, parties.get(deal.licenseeId ?? "")?.state ?? null);
    const verified = platform?.state === "verified";
    return viewOf(
      deal,
      { platformName: platform?.name ?? deal.platformId, verified, awaited },
      { actor, now },
    );
  });
}

export async function dealView(deal: Deal, actor: Actor, now: Date): Promise<DealView> {
  const [view] = await dealViews([deal], actor, now);
  assert(view !== undefined, "one deal has one view");
  return view;
}

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

type Parties = Readonly<{ platformName: string; verified: boolean; awaited: boolean }>;
type Reader = Readonly<{ actor: Actor; now: Date }>;

function viewOf(deal: Deal, parties: Parties, { actor, now }: Reader): DealView {
  const { platformName, verified, awaited } = parties;
  const {
    platformId,
    licenseeId,
    licenseeName,
    grossMinor,
    createdBy: _,
    fundingKey: __,
    uses,
    ...rest
  } = deal;
  return {
    ...rest,
    licenseeAnswer: {
      state: deal.licenseeAnswer ?? "not_asked",
      awaited,
      at: iso(deal.licenseeAnsweredAt),
      note: deal.licenseeAnswerNote,
    },
    cancellation:
      deal.cancelRequestedAt === null
        ? null
        : {
            requestedAt: deal.cancelRequestedAt.toISOString(),
            reason: deal.cancelReason ?? "",
            note: deal.cancelNote,
          },
    platform: { id: platformId, name: platformName, verified },
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
    allowedActs: allowedActs(deal, parties, { actor, now }),
  };
}

const PLATFORM_ACTS: readonly DealAct[] = [
  "edit",
  "report",
  "notice",
  "amend",
  "cancel",
  "ask_cancel",
  "withdraw_cancel",
];
const LICENSEE_ACTS: readonly DealAct[] = ["accept", "decline", "agree_cancel", "refuse_cancel"];
const OPERATOR_ACTS: readonly DealAct[] = [
  "fund",
  "allocate",
  "dispute",
  "undispute",
  "unfund",
  "unallocate",
  "agree_cancel",
  "refuse_cancel",
];

function allowedActs(deal: Deal, { verified, awaited }: Parties, { actor, now }: Reader): DealAct[] {
  const mine = new Set([
    ...(mayWith(actor, deal, "deals:write") ? PLATFORM_ACTS : []),
    ...(mayWith(actor, deal, "deals:write") &&
    mayFor(actor, deal.platformId, "allocation:write") &&
    !noticeRunning(deal, now)
      ? ["seal" as const]
      : []),
    ...(isForLicensee(actor, deal) ? LICENSEE_ACTS : []),
    ...(isOperator(actor, "operator:write") ? OPERATOR_ACTS : []),
  ]);
  if (awaited) for (const act of ["notice", "seal"] as const) mine.delete(act);
  if (!verified) mine.delete("seal");
  return [...mine].filter((act) => isPossible(deal, act));
}
