import { describe, expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { callAt, dealWorld, eventsOf, later, memberOf } from "@/test/factories/deal-world";
import {
  draftDeal,
  fundedDeal,
  noticedDeal,
  paymentOf,
  reportedDeal,
  sealedDeal,
} from "@/test/factories/deals";
import { sealDeal } from "../doors/advance-deal";
import { answerCancellation, askCancellation, withdrawCancellation } from "../operator/cancel-sealed-deal";
import { confirmFunding } from "../operator/confirm-funding";
import { amendDeal } from "../platform/amend-deal";
import { cancelDeal } from "../platform/cancel-deal";
import { editDeal } from "../platform/edit-deal";
import { giveNotice } from "../platform/give-notice";
import { getDeal, getDealHistory } from "../queries";
import { answerAsLicensee } from "./answer-as-licensee";

const { forum, lab, platform, stranger, labMember, operatorCall } = await dealWorld();
const toLab = { licenseeId: lab, licenseeName: undefined };
const labIs = (state: string) => db.prisma.organisation.update({ where: { id: lab }, data: { state } });
const accept = { version: 1, decision: "accept" as const };
const notAccepted = { code: "DEAL_NOT_ACCEPTED" };

describe("a verified lab that is named", () => {
  test("is asked before the notice to contributors; nobody else answers for it", async () => {
    await labIs("verified");
    const deal = await reportedDeal(platform, toLab);
    expect(deal.licenseeAnswer).toEqual({ state: "waiting", awaited: true, at: null, note: null });
    expect(deal.allowedActs).toEqual(["amend", "cancel"]);
    const dealId = deal.id;
    await expect(giveNotice(platform, { dealId })).rejects.toMatchObject(notAccepted);
    const answer = { dealId, ...accept };
    await expect(answerAsLicensee(platform, answer)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(answerAsLicensee(operatorCall, answer)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(answerAsLicensee(stranger, answer)).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const role of ["analyst", "billing"] as const)
      await expect(answerAsLicensee(callAt(memberOf(lab, "lab", role)), answer)).rejects.toMatchObject({
        code: "SCOPE_MISSING",
      });
    expect((await getDeal(labMember, { dealId })).allowedActs).toEqual(["accept", "decline"]);
    const accepted = await answerAsLicensee(labMember, answer);
    expect(accepted).toMatchObject({ state: "reported", licenseeAnswer: { state: "accepted" } });
    expect(accepted.allowedActs).toEqual([]);
    await expect(answerAsLicensee(labMember, answer)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      answerAsLicensee(labMember, { dealId, version: 1, decision: "decline", note: "No" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await giveNotice(platform, { dealId })).state).toBe("noticed");
    expect(await eventsOf(dealId)).toContain("deals.accepted");
  });

  test("declines with a reason; the platform amends and asks again, and a later yes is a yes", async () => {
    const { id: dealId } = await reportedDeal(platform, toLab);
    const decline = { dealId, version: 1, decision: "decline" as const };
    await expect(answerAsLicensee(labMember, decline)).rejects.toMatchObject({ faults: [{ path: "note" }] });
    const declined = await answerAsLicensee(labMember, { ...decline, note: "Too dear" });
    expect(declined.licenseeAnswer).toMatchObject({ state: "declined", note: "Too dear" });
    await expect(giveNotice(platform, { dealId })).rejects.toMatchObject({
      ...notAccepted,
      detail: { because: "licensee_declined" },
    });
    const amended = await amendDeal(platform, { dealId, gross: "900000", note: "Cheaper" });
    expect(amended.licenseeAnswer.state).toBe("waiting");
    await expect(answerAsLicensee(labMember, { dealId, ...accept })).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "answer_to_old_terms", version: 2 },
    });
    await answerAsLicensee(labMember, { dealId, version: 2, decision: "accept" });
    expect((await giveNotice(platform, { dealId })).state).toBe("noticed");
  });

  test("agreed to its own side of the terms: changing those asks again, the split among contributors does not", async () => {
    const { id: dealId } = await reportedDeal(platform, toLab);
    await answerAsLicensee(labMember, { dealId, ...accept });
    await giveNotice(platform, { dealId });
    const amended = (patch: object) => amendDeal(platform, { dealId, note: "New", ...patch });
    expect((await amended({ contributorShareBps: 6_000, title: "Other" })).licenseeAnswer.state).toBe(
      "accepted",
    );
    expect((await amended({ uses: ["synthesis"] })).licenseeAnswer.state).toBe("waiting");
    const seal = () =>
      transaction((tx) =>
        sealDeal(tx, { dealId, allocationId: "alc_1", version: 3, asOf: later(0), now: later(0) }),
      );
    await expect(seal()).rejects.toMatchObject(notAccepted);
    await answerAsLicensee(labMember, { dealId, version: 3, decision: "accept" });
    expect((await seal()).state).toBe("sealed");
  });

  test("delays nothing until it is verified, but its no counts immediately", async () => {
    await labIs("unverified");
    const early = await noticedDeal(platform, toLab);
    const { licenseeAnswer } = await getDeal(platform, { dealId: early.id });
    expect(licenseeAnswer).toMatchObject({ state: "waiting", awaited: false });
    const other = await reportedDeal(platform, toLab);
    await answerAsLicensee(labMember, { dealId: other.id, version: 1, decision: "decline", note: "Not us" });
    await expect(giveNotice(platform, { dealId: other.id })).rejects.toMatchObject(notAccepted);
    await labIs("verified");
    const seal = () =>
      transaction((tx) =>
        sealDeal(tx, { dealId: early.id, allocationId: "alc_2", version: 1, asOf: later(0), now: later(0) }),
      );
    await expect(seal()).rejects.toMatchObject(notAccepted);
    await labIs("unverified");
    expect((await seal()).state).toBe("sealed");
  });

  test("is as if it had accepted in deals from before the rule, until what was agreed changes", async () => {
    await labIs("verified");
    const { id: dealId } = await reportedDeal(platform, toLab);
    await db.prisma.deal.update({ where: { id: dealId }, data: { licenseeAnswer: "before_rule" } });
    expect((await giveNotice(platform, { dealId })).licenseeAnswer.state).toBe("before_rule");
    const amended = await amendDeal(platform, { dealId, exclusive: true, note: "Only you" });
    expect(amended.licenseeAnswer.state).toBe("waiting");
    await cancelDeal(platform, { dealId });
  });
});

describe("a sealed deal", () => {
  const reason = "The archive was sold twice.";

  test("is not cancelled by its platform alone; the licensee or the operator agrees, and the reason stays", async () => {
    await labIs("unverified");
    for (const counterpart of [labMember, operatorCall]) {
      const { id: dealId } = await sealedDeal(platform, toLab);
      await expect(cancelDeal(platform, { dealId })).rejects.toThrow(/Ask for its cancellation/);
      await expect(askCancellation(platform, { dealId, reason: " " })).rejects.toMatchObject({
        faults: [{ path: "reason" }],
      });
      await expect(answerCancellation(counterpart, { dealId, decision: "agree" })).rejects.toMatchObject({
        code: "CONFLICT",
      });
      await expect(askCancellation(labMember, { dealId, reason })).rejects.toMatchObject({
        code: "SCOPE_MISSING",
      });
      const asked = await askCancellation(platform, { dealId, reason, note: "Call me" });
      expect(asked).toMatchObject({ state: "sealed", cancellation: { reason, note: "Call me" } });
      expect(asked.allowedActs).toEqual(["withdraw_cancel"]);
      await expect(askCancellation(platform, { dealId, reason })).rejects.toMatchObject({ code: "CONFLICT" });
      await expect(answerCancellation(platform, { dealId, decision: "agree" })).rejects.toMatchObject({
        code: "SCOPE_MISSING",
      });
      await expect(answerCancellation(stranger, { dealId, decision: "agree" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      const cancelled = await answerCancellation(counterpart, { dealId, decision: "agree" });
      expect(cancelled).toMatchObject({ state: "cancelled", cancellation: { reason }, allowedActs: [] });
      expect(cancelled.cancelledAt).not.toBeNull();
    }
  });

  test("goes on when the request is refused or withdrawn, and is not paid while it is open", async () => {
    const { id: dealId } = await sealedDeal(platform, toLab);
    await askCancellation(platform, { dealId, reason });
    const payment = await paymentOf(dealId);
    await expect(confirmFunding(operatorCall, payment)).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "cancellation_open" },
    });
    expect(await answerCancellation(labMember, { dealId, decision: "refuse", note: "No" })).toMatchObject({
      state: "sealed",
      cancellation: null,
    });
    await askCancellation(platform, { dealId, reason });
    expect((await withdrawCancellation(platform, { dealId })).cancellation).toBeNull();
    expect((await confirmFunding(operatorCall, payment)).state).toBe("funded");
    await expect(askCancellation(platform, { dealId, reason })).rejects.toMatchObject({ code: "DEAL_STATE" });
    const acts = (await getDealHistory(platform, { dealId })).items.map(({ act }) => act);
    expect(acts.slice(-5)).toEqual(["ask_cancel", "refuse_cancel", "ask_cancel", "withdraw_cancel", "fund"]);
  });

  test("that is paid is never cancelled, and of a concurrent answer and payment one is refused", async () => {
    const funded = await fundedDeal(platform, toLab);
    await expect(askCancellation(platform, { dealId: funded.id, reason })).rejects.toMatchObject({
      code: "DEAL_STATE",
    });
    expect(forum).toBe(funded.platform.id);
  });
});

describe("a deal that names its lab by id", () => {
  test("refuses the name of another licensee, and says how to name one", async () => {
    const { id: dealId } = await draftDeal(platform, toLab);
    const edit = (patch: object) => editDeal(platform, { dealId, ...patch });
    for (const patch of [{}, { licenseeId: lab }])
      await expect(edit({ ...patch, licenseeName: "Other Ltd" })).rejects.toMatchObject({
        code: "INVALID_INPUT",
        faults: [
          {
            path: "licenseeName",
            message:
              "The licensee of this deal is Northwind Labs, by its id. To name another one, send licenseeId null with licenseeName, or the id of another lab.",
          },
        ],
      });
    expect((await edit({ licenseeName: "Northwind Labs" })).licensee).toEqual({
      id: lab,
      name: "Northwind Labs",
    });
    expect((await edit({ licenseeId: null, licenseeName: "Other Ltd" })).licensee).toEqual({
      id: null,
      name: "Other Ltd",
    });
  });

  test("takes the name it has stored, from before its lab was renamed", async () => {
    const { id: dealId } = await draftDeal(platform, toLab);
    const named = (name: string) => db.prisma.organisation.update({ where: { id: lab }, data: { name } });
    await named("Northwind AI");
    const after = await editDeal(platform, { dealId, licenseeName: "Northwind Labs", title: "Archive 2" });
    expect(after).toMatchObject({ title: "Archive 2", licensee: { id: lab, name: "Northwind AI" } });
    await named("Northwind Labs");
  });
});
