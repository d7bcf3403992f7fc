import { beforeAll, describe, expect, test } from "vitest";
import type { ActionResult } from "@/app/_web/request/action";
import { db } from "@/infra/db/db";
import { handOver, tryDelivery } from "@/infra/events/delivery";
import { newId } from "@/kernel/id";
import { askCancellation } from "@/modules/deals/operator/cancel-sealed-deal";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { answerSplit } from "@/modules/works/co-authors/answer-split";
import { authorToken } from "@/modules/works/co-authors/author-token";
import { fund, postFunded, runToEnd } from "@/test/factories/allocation";
import { type Browser, browserOf, codeOf, form, send } from "@/test/factories/browser";
import { noticedDeal, sealedDeal } from "@/test/factories/deals";
import { anEntry } from "@/test/factories/ledger";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { aSealedDeal, type SealedDeal } from "@/test/factories/sealed-deal";
import { anAttestingPlatform, aVerifiedHandle } from "@/test/factories/works";
import { reverseEntryAction } from "./books/entries/[entryId]/actions";
import {
  answerCancellationAction,
  confirmFundingAction,
  disputeDealAction,
  endDisputeAction,
  postAgainAction,
  reverseFundingAction,
  reversePostingAction,
} from "./deals/actions";
import { settle } from "./disputes/actions";
import { settleSeatAction } from "./disputes/seats/actions";
import { dropDeliveryAction, retryDeliveryAction } from "./health/actions";
import { setState } from "./parties/actions";

let forum: Awaited<ReturnType<typeof anOrganisation>>;
let operator: Browser;
let others: readonly Browser[];
beforeAll(async () => {
  forum = await anOrganisation({ name: "Forum" });
  operator = await browserOf((await anOrganisation({ kind: "operator" })).ownerId);
  others = [await browserOf((await anOrganisation()).ownerId), await browserOf((await aPerson()).id)];
});
const platform = () => callAs(forum.owner);
const stateOf = async (id: string) => (await db.prisma.deal.findUniqueOrThrow({ where: { id } })).state;

/** Another platform's owner and a person without one find nothing where the operator's form leads. */
async function isTheOperatorsAlone(act: () => Promise<ActionResult>): Promise<void> {
  for (const other of others) expect(codeOf(await send(other, act))).toBe("NOT_FOUND");
  expect(codeOf(await send({ cookies: {} }, act))).toBe("NOT_SIGNED_IN");
}

describe("a payment", () => {
  const pay = (dealId: string, fields: Record<string, string>) =>
    send(operator, () => confirmFundingAction(dealId, null, form({ reference: "WIRE 7", ...fields })));
  const day = () => new Date().toISOString().slice(0, 10);

  test("is confirmed to the cent, as the page of its language writes it", async () => {
    const { id } = await sealedDeal(platform(), { gross: "1250.50" });
    const act = () =>
      confirmFundingAction(id, null, form({ reference: "W", received: "1250.50", valueDate: day() }));
    await isTheOperatorsAlone(act);
    const short = await pay(id, { received: "1,250.49", numbers: "en", valueDate: day() });
    expect(short.answer).toMatchObject({ ok: false, faults: [{ path: "received" }] });
    expect((await pay(id, { received: "", valueDate: "" })).answer).toMatchObject({ code: "INVALID_INPUT" });
    expect(await stateOf(id)).toBe("sealed");
    const right = await pay(id, { received: "1.250,50", numbers: "de", valueDate: day() });
    expect(right).toMatchObject({ answer: { ok: true }, redrawn: ["/operator/layout"] });
    expect(await db.prisma.deal.findUnique({ where: { id } })).toMatchObject({
      ...{ state: "funded", fundingReference: "WIRE 7", fundingValueDate: new Date(day()) },
    });
  });
});

describe("a dispute of a deal", () => {
  test("freezes it, and ends where the deal was; each with a note", async () => {
    const { id } = await noticedDeal(platform());
    const press = (action: typeof disputeDealAction, note: string) =>
      send(operator, () => action(id, null, form({ note })));
    await isTheOperatorsAlone(() => disputeDealAction(id, null, form({ note: "It is odd." })));
    expect((await press(disputeDealAction, "")).answer).toMatchObject({
      ok: false,
      faults: [{ path: "note" }],
    });
    await press(disputeDealAction, "Two parties claim it.");
    expect(await db.prisma.deal.findUnique({ where: { id } })).toMatchObject({
      ...{ state: "disputed", disputedFrom: "noticed", disputeReason: "Two parties claim it." },
    });
    await isTheOperatorsAlone(() => endDisputeAction(id, null, form({ note: "Settled." })));
    await press(endDisputeAction, "Settled between them.");
    expect(await stateOf(id)).toBe("noticed");
    expect(codeOf(await press(endDisputeAction, "Once more."))).toBe("DEAL_STATE");
  });
});

describe("a cancellation that a platform asks for", () => {
  const answer = (dealId: string, decision: string) =>
    send(operator, () => answerCancellationAction(dealId, decision, null, form({ note: "As asked." })));

  test("is agreed to or refused by the operator", async () => {
    const [one, two] = [await sealedDeal(platform()), await sealedDeal(platform())];
    for (const { id } of [one, two])
      await askCancellation(platform(), { dealId: id, reason: "The buyer has gone" });
    await answer(one.id, "agree");
    await answer(two.id, "refuse");
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(["cancelled", "sealed"]);
    expect(codeOf(await answer(two.id, "agree"))).toBe("CONFLICT");
    expect(codeOf(await answer(two.id, "shrug"))).toBe("INVALID_INPUT");
  });
});

describe("money that was posted", () => {
  let world: SealedDeal;
  beforeAll(async () => {
    world = await aSealedDeal({ gross: "1000.00" });
    await fund(world.dealId);
    await postFunded(world.dealId);
  }, 60_000);
  const onAccount = async (account: string) => {
    const where = { account, dealId: world.dealId };
    const { _sum } = await db.prisma.line.aggregate({ where, _sum: { minor: true } });
    return -(_sum.minor ?? 0n);
  };

  test("of a seat that was declined goes where the operator decides", async () => {
    const [seat = ""] = world.seats;
    await answerSplit(callAs(world.bob), { token: authorToken(seat), answer: "decline" });
    const heir = await aPerson();
    const settleTo = (to: string, personId: string, note = "Bob wants none of it.") =>
      settleSeatAction(seat, null, form({ to, personId, note }));
    await isTheOperatorsAlone(() => settleTo("somebody", heir.id));
    const unnamed = await send(operator, () => settleTo("somebody", ""));
    expect(unnamed.answer).toMatchObject({ ok: false, faults: [{ path: "personId" }] });
    const held = await onAccount("held");
    const { answer } = await send(operator, () => settleTo("somebody", heir.id));
    expect(answer).toMatchObject({ ok: true });
    const { _sum } = await db.prisma.line.aggregate({
      where: { account: "payable", holder: `person:${heir.id}` },
      _sum: { minor: true },
    });
    expect(await onAccount("held")).toBe(held + (_sum.minor ?? 0n));
    expect(-(_sum.minor ?? 0n)).toBeGreaterThan(0n);
  });

  test("is taken back with a note, and posted again", async () => {
    const press = (action: typeof reversePostingAction, note: string) =>
      send(operator, () => action(world.dealId, null, form({ note })));
    await isTheOperatorsAlone(() =>
      reversePostingAction(world.dealId, null, form({ note: "It was wrong." })),
    );
    expect((await press(reversePostingAction, "")).answer).toMatchObject({ faults: [{ path: "note" }] });
    expect((await press(reversePostingAction, "The file was wrong.")).answer).toMatchObject({ ok: true });
    expect([await stateOf(world.dealId), await onAccount("payable")]).toEqual(["funded", 0n]);
    await isTheOperatorsAlone(() => postAgainAction(world.dealId));
    const again = await send(operator, () => postAgainAction(world.dealId));
    const jobId = again.answer?.ok ? (again.answer.value as { jobId: string }).jobId : "";
    await runToEnd(jobId, postAllocation);
    expect(await stateOf(world.dealId)).toBe("allocated");
    expect(await onAccount("payable")).toBeGreaterThan(0n);
    expect(codeOf(await press(reverseFundingAction, "It bounced."))).toBe("DEAL_STATE");
    await press(reversePostingAction, "Once more.");
    await isTheOperatorsAlone(() => reverseFundingAction(world.dealId, null, form({ note: "It bounced." })));
    expect((await press(reverseFundingAction, "It bounced.")).answer).toMatchObject({ ok: true });
    expect([await stateOf(world.dealId), await onAccount("bank")]).toEqual(["sealed", 0n]);
  });

  test("by a single entry is reversed by its opposite, once", async () => {
    const { entryId } = await anEntry([
      { account: "bank", holder: "remit", dealId: "deal_x", currency: "USD", minor: 9n },
      { account: "payable", holder: "person:per_x", dealId: "deal_x", currency: "USD", minor: -9n },
    ]);
    const reverse = (reason: string) => reverseEntryAction(null, form({ entryId, reason }));
    await isTheOperatorsAlone(() => reverse("It was wrong."));
    expect((await send(operator, () => reverse(""))).answer).toMatchObject({ faults: [{ path: "reason" }] });
    const sent = await send(operator, () => reverse("Posted by mistake."));
    expect(sent.redrawn).toEqual(["/operator/books/layout"]);
    expect(sent.answer).toMatchObject({ ok: true, value: { jobId: null } });
    const { _sum } = await db.prisma.line.aggregate({
      where: { account: "bank", dealId: "deal_x" },
      _sum: { minor: true },
    });
    expect(_sum.minor).toBe(0n);
    expect((await send(operator, () => reverse("Once more."))).answer).toMatchObject({ ok: false });
  });
});

describe("two people who claim one handle", () => {
  test("are decided between by the operator, who says why", async () => {
    const forumOfTwo = await anAttestingPlatform();
    const [first, second] = [await actorFor((await aPerson()).id), await actorFor((await aPerson()).id)];
    const mine = await aVerifiedHandle(first, forumOfTwo, "seat", new Date(Date.now() - 60_000));
    const theirs = await aVerifiedHandle(second, forumOfTwo, "seat");
    const dispute = await db.prisma.handleDispute.findFirstOrThrow({ where: { platformId: forumOfTwo.id } });
    const decide = (note: string, winnerHandleId = theirs.id) =>
      settle(null, form({ disputeId: dispute.id, winnerHandleId, note }));
    await isTheOperatorsAlone(() => decide("The platform confirmed it to us."));
    expect((await send(operator, () => decide("Because"))).answer).toMatchObject({
      faults: [{ path: "note" }],
    });
    const sent = await send(operator, () => decide("The platform confirmed it to us."));
    expect(sent).toMatchObject({ answer: { ok: true }, redrawn: ["/operator/layout"] });
    const states = await db.prisma.handle.findMany({ where: { id: { in: [mine.id, theirs.id] } } });
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [mine.id, "lost"],
        [theirs.id, "verified"],
      ]),
    );
  });
});

describe("a party", () => {
  const set = (organisationId: string, state: string, version: string, reason = "Checked by phone.") =>
    setState(null, form({ organisationId, state, reason, version }));
  const rowOf = (id: string) => db.prisma.organisation.findUniqueOrThrow({ where: { id } });

  test("is verified or suspended with a reason, by who has seen it as it is", async () => {
    const { id } = await anOrganisation({ verified: false });
    await isTheOperatorsAlone(() => set(id, "verified", "x"));
    const stale = await send(operator, () => set(id, "verified", "an-old-one"));
    expect(stale).toMatchObject({ answer: { code: "CHANGED_MEANWHILE" }, redrawn: ["/layout"] });
    const version = stale.answer?.ok === false ? (stale.answer.changed?.version ?? "") : "";
    expect((await send(operator, () => set(id, "verified", version, ""))).answer).toMatchObject({
      faults: [{ path: "reason" }],
    });
    expect((await rowOf(id)).state).toBe("unverified");
    expect((await send(operator, () => set(id, "verified", version))).answer).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "verified", verifiedAt: expect.any(Date) });
  });
});

describe("a delivery that failed for good", () => {
  async function failed(): Promise<string> {
    const id = newId("event", new Date());
    const event = { id, type: "deals.funded", payload: { dealId: "deal_1" }, at: new Date() };
    await db.prisma.outboxEvent.create({ data: event });
    await handOver(id, [{ name: "record_funding", after: [] }]);
    const fail = () => Promise.reject(new Error("the books are closed"));
    await tryDelivery({ eventId: id, handler: "record_funding" }, fail, true);
    return id;
  }
  const state = async (eventId: string) =>
    (await db.prisma.eventDelivery.findFirstOrThrow({ where: { eventId } })).state;
  const fields = (eventId: string, reason = "Told by phone.") =>
    form({ eventId, handler: "record_funding", reason });

  test("is retried, or dropped with a reason", async () => {
    const [one, two] = [await failed(), await failed()];
    await isTheOperatorsAlone(() => retryDeliveryAction(null, fields(one)));
    await isTheOperatorsAlone(() => dropDeliveryAction(null, fields(two)));
    expect([await state(one), await state(two)]).toEqual(["failed", "failed"]);
    await send(operator, () => retryDeliveryAction(null, fields(one)));
    const unsaid = await send(operator, () => dropDeliveryAction(null, fields(two, "")));
    expect(unsaid.answer).toMatchObject({ ok: false, faults: [{ path: "reason" }] });
    await send(operator, () => dropDeliveryAction(null, fields(two)));
    expect([await state(one), await state(two)]).toEqual(["waiting", "dropped"]);
  });
});
