import { describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { answerAsLicensee } from "@/modules/deals/licensee/answer-as-licensee";
import { amendDeal } from "@/modules/deals/platform/amend-deal";
import { cancelDeal } from "@/modules/deals/platform/cancel-deal";
import { cancelDealOf, reportedDeal } from "@/test/factories/deals";
import { handOn } from "@/test/factories/events";
import { anOrganisation, callAs, SYSTEM } from "@/test/factories/parties";
import { tellFunded, tellPaymentDue } from "./deals";

const platform = await anOrganisation();
const lab = await anOrganisation({ kind: "lab" });
const other = await anOrganisation({ kind: "lab" });
const call = callAs(platform.owner);
const named = { organisationId: platform.id, licenseeId: lab.id, licenseeName: undefined };

/** Hands on what happened to this deal since. */
async function hearOf(dealId: string): Promise<void> {
  const events = await db.prisma.outboxEvent.findMany({
    where: { handledAt: null, payload: { path: ["dealId"], equals: dealId } },
    orderBy: { at: "asc" },
  });
  for (const { id } of events) await handOn(id);
}

/** The newest notice of a kind that somebody has. */
const noticeOf = (personId: string, kind: string) =>
  db.prisma.notice.findFirst({ where: { personId, kind }, orderBy: { id: "desc" } });

describe("a deal that its platform cancels alone", () => {
  test("sends both sides a notice with the reason", async () => {
    const { id: dealId } = await reportedDeal(call, named);
    await cancelDeal(call, { dealId, note: "The board said no." });
    await hearOf(dealId);
    for (const { ownerId } of [platform, lab])
      expect((await noticeOf(ownerId, "deal_ended"))?.params).toMatchObject({ reason: "The board said no." });
  });

  test("sends a notice without a reason where none was given", async () => {
    const { id: dealId } = await reportedDeal(call, named);
    await cancelDealOf(call, dealId);
    await hearOf(dealId);
    expect((await noticeOf(lab.ownerId, "deal_ended"))?.params).not.toHaveProperty("reason");
  });
});

describe("a deal that is amended", () => {
  const amend = async (dealId: string, patch: object) => {
    await amendDeal(call, { dealId, note: "New terms", ...patch });
    await hearOf(dealId);
  };
  const asked = async (of = lab) => (await noticeOf(of.ownerId, "deal_terms_changed"))?.params;

  test("asks its licensee for an answer only where one is missing", async () => {
    const { id: dealId } = await reportedDeal(call, named);
    await amend(dealId, { contributorShareBps: 6_000 });
    expect(await asked()).toMatchObject({ reason: "waiting" });
    await answerAsLicensee(callAs(lab.owner), { dealId, version: 2, decision: "decline", note: "Too dear" });
    await amend(dealId, { contributorShareBps: 7_000 });
    expect(await asked()).toMatchObject({ reason: "declined" });
    await answerAsLicensee(callAs(lab.owner), { dealId, version: 3, decision: "accept" });
    await amend(dealId, { contributorShareBps: 8_000 });
    expect(await asked()).toMatchObject({ reason: "accepted" });
    await amend(dealId, { gross: "900000" });
    expect(await asked()).toMatchObject({ reason: "waiting" });
  });

  test("tells the lab that is named now, and the one that no longer is", async () => {
    const { id: dealId } = await reportedDeal(call, named);
    await amend(dealId, { licenseeId: other.id });
    expect(await asked(other)).toMatchObject({ reason: "named" });
    expect(await noticeOf(lab.ownerId, "deal_other_licensee")).toMatchObject({ link: `/o/${lab.id}/deals` });
    expect(await noticeOf(other.ownerId, "deal_other_licensee")).toBeNull();
  });
});

describe("a delivery that comes late", () => {
  test("asks nobody to pay for a deal that is not sealed", async () => {
    const { id: dealId } = await reportedDeal(call, named);
    await tellPaymentDue(callAs(SYSTEM), { dealId });
    expect(await noticeOf(lab.ownerId, "deal_payment_due")).toBeNull();
  });

  test("does not say that money has come which was reversed", async () => {
    const { id: dealId } = await reportedDeal(call, named);
    await tellFunded(callAs(SYSTEM), { dealId });
    expect(await noticeOf(lab.ownerId, "deal_funded")).toBeNull();
  });
});
