import type { z } from "zod";
import { db, transaction } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import type { Actor } from "@/kernel/actor";
import { assert } from "@/kernel/assert";
import { newId } from "@/kernel/id";
import { isCurrency, majorText } from "@/kernel/money";
import { sealDeal } from "@/modules/deals/doors/advance-deal";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { cancelDeal } from "@/modules/deals/platform/cancel-deal";
import { createDeal } from "@/modules/deals/platform/create-deal";
import { giveNotice } from "@/modules/deals/platform/give-notice";
import { reportDeal } from "@/modules/deals/platform/report-deal";
import type { CreateDealRequest, DealView } from "@/modules/deals/schema/deal";

type Over = Partial<z.input<typeof CreateDealRequest>>;

/** The operator as an actor, signed in just now, for acts only the operator may do. */
export function operatorActor(organisationId = "org_operator", signedInAt = new Date()): Actor {
  return {
    kind: "user",
    personId: "per_operator",
    memberships: [{ organisationId, kind: "operator", role: "owner" }],
    signedInAt,
    sessionId: "ses_operator",
  };
}

/** A draft of the calling platform: 1,000,000.00 USD, half of it for contributors, no notice needed, all changeable. */
export async function draftDeal(call: CallContext, over: Over = {}): Promise<DealView> {
  return createDeal(once(call), {
    title: "Forum archive 2026",
    licenseeName: "Northwind Labs",
    gross: "1000000.00",
    uses: ["pretraining"],
    noticeDays: 0,
    ...over,
  });
}

export async function reportedDeal(call: CallContext, over: Over = {}): Promise<DealView> {
  const { id } = await draftDeal(call, over);
  return reportDeal(once(call), { dealId: id });
}

/** A deal after its notice to contributors. With the default of no notice days it can be sealed immediately. */
export async function noticedDeal(call: CallContext, over: Over = {}): Promise<DealView> {
  const { id } = await reportedDeal(call, over);
  return giveNotice(once(call), { dealId: id });
}

/** A sealed deal without a real allocation behind it: for tests of what comes after sealing. */
export async function sealedDeal(call: CallContext, over: Over = {}): Promise<DealView> {
  const deal = await noticedDeal(call, over);
  const now = call.now ?? new Date();
  const allocationId = newId("allocation", now);
  await transaction((tx) =>
    sealDeal(tx, { dealId: deal.id, allocationId, version: deal.version, asOf: now, now, actor: call.actor }),
  );
  return {
    ...deal,
    state: "sealed",
    sealedAt: now.toISOString(),
    sealedAsOf: now.toISOString(),
    sealedAllocationId: allocationId,
  };
}

export async function fundedDeal(call: CallContext, over: Over = {}): Promise<DealView> {
  const { id } = await sealedDeal(call, over);
  return confirmFunding({ ...once(call), actor: operatorActor(undefined, call.now) }, await paymentOf(id));
}

/** The payment of a deal as its operator reads it on the statement: all of it, on the day the deal was reported. */
export async function paymentOf(dealId: string) {
  const deal = await db.prisma.deal.findUniqueOrThrow({ where: { id: dealId } });
  assert(isCurrency(deal.currency), "a deal has a currency");
  return {
    dealId,
    reference: `WIRE ${dealId.slice(-8)}`,
    received: majorText({ currency: deal.currency, minor: deal.grossMinor }),
    valueDate: (deal.reportedAt ?? deal.createdAt).toISOString().slice(0, 10),
  };
}

export async function cancelDealOf(call: CallContext, dealId: string): Promise<DealView> {
  return cancelDeal(once(call), { dealId });
}

/** One call context serves several commands here; its idempotency key belongs to none of them. */
function once(call: CallContext): CallContext {
  return { ...call, idempotencyKey: undefined };
}
