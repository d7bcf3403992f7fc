import { now } from "@/infra/clock";
import type { CallContext } from "@/infra/verb/command";
import type { Role } from "@/kernel/actor";
import { wireMoney } from "@/kernel/money";
import { sealedAllocation } from "@/modules/allocation/seal/sealed-allocation";
import type { Deal } from "@/modules/deals/domain/state/deal";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { openDealsOf } from "@/modules/deals/doors/open-deals";
import { handleToTell } from "@/modules/handles/notice-data";
import type { NoticeKind } from "@/modules/notices/domain/kinds";
import { startSpread } from "@/modules/notices/write/spread-notices";
import { tell } from "@/modules/notices/write/write-notices";
import { peopleOf } from "@/modules/parties/notice-data";
import { organisationOf } from "@/modules/parties/organisations/organisation-of";
import { tellOperator } from "./operator";

type About = Readonly<{ dealId: string }>;
const MONEY_PEOPLE: readonly Role[] = ["owner", "admin", "billing"];

/**
 * Follows deals.noticed, deals.amended, deals.cancelled: notices for all owners of a handle on the platform, if the deal's
 * notice was given.
 */
const tellContributors =
  (kind: NoticeKind) =>
  async (
    call: CallContext,
    { dealId, ...more }: About & { noticeRestarted?: boolean | undefined },
  ): Promise<void> => {
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

/** Follows deals.accepted and deals.declined: the platform hears what its licensee said. */
const tellAnswer =
  (kind: "deal_accepted" | "deal_declined") =>
  async (call: CallContext, { dealId }: About): Promise<void> => {
    const deal = await dealFor(call.actor, dealId, "deals:read");
    await tellOrganisation(call, deal.platformId, { deal, kind, ...given(deal.licenseeAnswerNote) });
  };
export const tellLicenseeAccepted = tellAnswer("deal_accepted");
export const tellLicenseeDeclined = tellAnswer("deal_declined");

type Amended = About & Readonly<{ formerLicenseeId?: string | null | undefined }>;

/** Follows deals.amended: the licensee hears of it and what is asked of it now; one that is no longer named hears that. */
export async function tellLicenseeAmended(
  call: CallContext,
  { dealId, formerLicenseeId }: Amended,
): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  if (formerLicenseeId)
    await tellOrganisation(call, formerLicenseeId, {
      deal,
      kind: "deal_other_licensee",
      link: `/o/${formerLicenseeId}/deals`,
    });
  if (deal.licenseeId === null) return;
  const reason = formerLicenseeId === undefined ? (deal.licenseeAnswer ?? "not_asked") : "named";
  await tellOrganisation(call, deal.licenseeId, { deal, kind: "deal_terms_changed", reason });
}

/** Follows deals.sealed: the licensee owes the price from now on, and the operator looks for the payment. */
export async function tellPaymentDue(call: CallContext, { dealId }: About): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  if (deal.state !== "sealed") return; // A delivery can be late: nobody pays for a deal that is paid or cancelled.
  if (deal.licenseeId !== null)
    await tellOrganisation(call, deal.licenseeId, { deal, kind: "deal_payment_due" });
  await tellOperator(call, "operator_payment", {
    params: await paramsOf(deal),
    link: `/operator/deals/${dealId}`,
  });
}

/** Follows deals.cancellation_asked: a notice for the parties that can agree to it. */
export async function tellCancelAsked(call: CallContext, { dealId }: About): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  const reason = deal.cancelReason ?? "–";
  if (deal.licenseeId !== null)
    await tellOrganisation(call, deal.licenseeId, { deal, kind: "deal_cancel_asked", reason });
  await tellOperator(call, "deal_cancel_asked", {
    params: { ...(await paramsOf(deal)), reason },
    link: `/operator/deals/${dealId}`,
  });
}

/** Follows deals.cancellation_refused: the platform hears that the deal goes on. */
export async function tellCancelRefused(call: CallContext, { dealId }: About): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  await tellOrganisation(call, deal.platformId, { deal, kind: "deal_cancel_refused" });
}

/** Follows deals.cancelled: both sides, once the licensee knew of the deal. `reason`: what a platform that cancelled alone said. */
export async function tellEnded(
  call: CallContext,
  { dealId, reason }: About & Readonly<{ reason?: string | undefined }>,
): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  if (deal.reportedAt === null) return;
  await tellSides(call, deal, { kind: "deal_ended", ...given(deal.cancelReason ?? reason) });
}

/** A reason as the messages take it: they leave its sentence out where nobody gave one. */
const given = (reason: string | null | undefined) => (reason ? { reason } : {});

/** Follows works.handle_verified: who proves a handle while a notice runs can still answer, and hears of it. */
export async function tellOpenDeals(
  call: CallContext,
  { handleId }: Readonly<{ handleId: string }>,
): Promise<void> {
  const handle = await handleToTell(handleId);
  if (handle === null) return;
  const { personId, platformId, verifiedAt } = handle;
  for (const deal of await openDealsOf(platformId, now())) {
    // Announced after the proof: the announcement itself reaches this person.
    if (verifiedAt === null || deal.noticedAt === null || deal.noticedAt >= verifiedAt) continue;
    const { title, platform, licensee } = await paramsOf(deal);
    const until = { at: (deal.noticeEndsAt ?? deal.createdAt).toISOString() };
    await tell(
      { eventId: `${call.requestId}:${deal.id}`, kind: "deal_noticed", organisationId: null, at: now() },
      [
        {
          personId,
          params: { title, platform, licensee, restarted: "no", until },
          link: `/me/deals/${deal.id}`,
        },
      ],
    );
  }
}

/** Follows consent.joins_lapsed: a notice for contributors whose join expired, so that they can join again. */
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
  const deal = await dealFor(call.actor, dealId, "deals:read");
  if (deal.fundedAt === null) return; // Reversed since.
  await tellSides(call, deal, { kind: "deal_funded" });
}

type Reversed = About & Readonly<{ reason: string }>;

/** Follows allocation.funding_reversed: both sides hear that the money had not come after all, and why. */
export async function tellFundingReversed(call: CallContext, { dealId, reason }: Reversed): Promise<void> {
  const deal = await dealFor(call.actor, dealId, "deals:read");
  await tellSides(call, deal, { kind: "deal_payment_reversed", reason });
}

async function tellSides(
  call: CallContext,
  deal: Deal,
  telling: { kind: NoticeKind; reason?: string },
): Promise<void> {
  for (const organisationId of [deal.platformId, ...(deal.licenseeId === null ? [] : [deal.licenseeId])])
    await tellOrganisation(call, organisationId, { deal, ...telling });
}

async function tellOrganisation(
  call: CallContext,
  organisationId: string,
  { deal, kind, reason, link }: { deal: Deal; kind: NoticeKind; reason?: string; link?: string },
): Promise<void> {
  const params = { ...(await paramsOf(deal)), ...(reason ? { reason } : {}) };
  const page = `/o/${organisationId}/deals/${deal.id}`;
  const people = await peopleOf(organisationId, MONEY_PEOPLE);
  await tell(
    { eventId: call.requestId, kind, organisationId, at: now() },
    people.map((personId) => ({ personId, params, link: link ?? page })),
  );
}

async function paramsOf(deal: Deal) {
  return {
    title: deal.title,
    platform: (await organisationOf(deal.platformId))?.name ?? deal.platformId,
    licensee: deal.licenseeName,
    gross: wireMoney(deal.currency, deal.grossMinor),
  };
}

type Allocated = Readonly<{ allocationId: string; dealId: string }>;

/** Follows allocation.published and allocation.posted: a notice for everybody with a line, with their own sum. */
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
const tellPostedShares = tellShares("share_posted");
export async function tellPosted(call: CallContext, allocated: Allocated): Promise<void> {
  const allocation = await sealedAllocation(allocated.allocationId);
  if (allocation?.postedAt === null) return; // Reversed since.
  await tellPostedShares(call, allocated);
}

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

/** Follows allocation.reserve_released: a notice for everybody who got a part of it, with their own sum. */
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
