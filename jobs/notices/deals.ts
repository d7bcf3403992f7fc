import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/command";
import type { Role } from "@/kernel/actor";
import { dealFor } from "@/modules/deals/deal-for";
import type { NoticeKind } from "@/modules/notices/domain/kinds";
import { startSpread } from "@/modules/notices/spread-notices";
import { tell } from "@/modules/notices/write-notices";
import { peopleOf } from "@/modules/parties/facts-to-tell";
import { organisationOf } from "@/modules/parties/organisation-of";

type About = Readonly<{ dealId: string }>;
const MONEY_PEOPLE: readonly Role[] = ["owner", "admin", "billing"];

/** Follows deals.noticed, deals.amended, deals.cancelled: everybody who holds a handle of the platform is told, if they were told of the deal at all. */
const tellContributors =
  (kind: NoticeKind) =>
  async (call: CallContext, { dealId, ...more }: About & { noticeRestarted?: boolean }): Promise<void> => {
    const deal = await dealFor(call.actor, dealId, "deals:read");
    if (deal.noticedAt === null) return;
    await startSpread({
      eventId: call.requestId,
      kind,
      organisationId: null,
      at: now(),
      subject: dealId,
      audience: { kind: "holders", dealId, restarted: more.noticeRestarted === true },
    });
  };

export const tellNoticed = tellContributors("deal_noticed");
export const tellAmended = tellContributors("deal_amended");
export const tellCancelled = tellContributors("deal_cancelled");

/** Follows consent.joins_lapsed: whoever had joined must say so again. */
export async function tellLapsed(call: CallContext, { dealId }: About): Promise<void> {
  await startSpread({
    eventId: call.requestId,
    kind: "join_lapsed",
    organisationId: null,
    at: now(),
    subject: dealId,
    audience: { kind: "lapsed", dealId },
  });
}

/** Follows deals.reported: the licensee's people can read it from now on. */
export async function tellReported(call: CallContext, { dealId }: About): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  if (deal.licenseeId !== null)
    await tellOrganisation(call, deal.licenseeId, { deal, kind: "deal_reported" });
}

/** Follows deals.funded: both sides hear that the money has come. */
export async function tellFunded(call: CallContext, { dealId }: About): Promise<void> {
  await tellSides(call, dealId, { kind: "deal_funded" });
}

type Reversed = About & Readonly<{ reason: string }>;

/** Follows allocation.funding_reversed: both sides hear that the money had not come after all, and why. */
export async function tellFundingReversed(call: CallContext, { dealId, reason }: Reversed): Promise<void> {
  await tellSides(call, dealId, { kind: "deal_payment_reversed", reason });
}

async function tellSides(
  call: CallContext,
  dealId: string,
  telling: { kind: NoticeKind; reason?: string },
): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  for (const organisationId of [deal.platformId, ...(deal.licenseeId === null ? [] : [deal.licenseeId])])
    await tellOrganisation(call, organisationId, { deal, ...telling });
}

async function tellOrganisation(
  call: CallContext,
  organisationId: string,
  { deal, kind, reason }: { deal: Awaited<ReturnType<typeof dealFor>>; kind: NoticeKind; reason?: string },
): Promise<void> {
  const platform = (await organisationOf(deal.platformId))?.name ?? deal.platformId;
  const gross = { currency: deal.currency, minor: deal.grossMinor.toString() };
  const params = {
    title: deal.title,
    platform,
    licensee: deal.licenseeName,
    gross,
    ...(reason ? { reason } : {}),
  };
  const link = `/o/${organisationId}/deals/${deal.id}`;
  const people = await peopleOf(organisationId, MONEY_PEOPLE);
  await tell(
    { eventId: call.requestId, kind, organisationId, at: now() },
    people.map((personId) => ({ personId, params, link })),
  );
}

type Allocated = Readonly<{ allocationId: string; dealId: string }>;

/** Follows allocation.published and allocation.posted: everybody with a line is told of their own sum. */
const tellShares =
  (kind: "share_sealed" | "share_posted") =>
  async (call: CallContext, { allocationId }: Allocated): Promise<void> => {
    await startSpread({
      eventId: call.requestId,
      kind,
      organisationId: null,
      at: now(),
      subject: allocationId,
      audience: { kind: "lines", allocationId },
    });
  };

export const tellSealed = tellShares("share_sealed");
export const tellPosted = tellShares("share_posted");

/**
 * Follows allocation.posting_reversed: the platform hears of it, and everybody whose money was taken back, with how much it
 * was, what is left of it and why. Whose it was is asked of the entries: the shares can be posted to others meanwhile.
 */
export async function tellPostingReversed(
  call: CallContext,
  { allocationId, dealId, entryIds, reason }: Allocated & Reversed & Readonly<{ entryIds: string[] }>,
): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  await tellOrganisation(call, deal.platformId, { deal, kind: "deal_posting_reversed", reason });
  await startSpread({
    eventId: call.requestId,
    kind: "share_taken_back",
    organisationId: null,
    at: now(),
    subject: allocationId,
    audience: { kind: "entries", allocationId, dealId, entryIds, reason },
  });
}

/** Follows allocation.reserve_released: everybody who got a part of it is told how much. */
export async function tellReservePaid(
  call: CallContext,
  { allocationId, dealId, entryId }: Allocated & Readonly<{ entryId: string }>,
): Promise<void> {
  await startSpread({
    eventId: call.requestId,
    kind: "share_of_reserve",
    organisationId: null,
    at: now(),
    subject: allocationId,
    audience: { kind: "entries", allocationId, dealId, entryIds: [entryId], reason: "" },
  });
}
