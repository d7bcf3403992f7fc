import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import type { CallContext } from "@/infra/verb/command";
import type { Actor } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { dealChoicesOf } from "@/modules/consent/answers/deal-choice";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { cancelDealOf, draftDeal, noticedDeal, operatorActor, reportedDeal } from "@/test/factories/deals";
import { disputeDeal } from "../operator/dispute-deal";
import { amendDeal } from "../platform/amend-deal";
import { chooseForDeal } from "./choose-for-deal";
import { getDealChoice, getMyDeal, listMyDeals } from "./contributor-queries";

const T0 = new Date("2026-03-01T12:00:00.000Z");
const later = (days: number, ms = 0) => new Date(T0.getTime() + days * 86_400_000 + ms);
const forum = newId("organisation", T0);
const alice = newId("person", T0);
const stranger = newId("person", T0);

const person = (personId: string, now = T0): CallContext => ({
  actor: { kind: "user", personId, memberships: [], signedInAt: now, sessionId: "ses_1" },
  requestId: "r",
  now,
});
const platform = (now = T0): CallContext => ({
  actor: {
    kind: "user",
    personId: newId("person", T0),
    memberships: [{ organisationId: forum, kind: "platform", role: "owner" }],
    signedInAt: T0,
    sessionId: "ses_2",
  },
  requestId: "r",
  now,
});

beforeAll(async () => {
  await db.prisma.organisation.create({
    data: { id: forum, kind: "platform", name: "Forum", slug: "forum", createdAt: T0, state: "verified" },
  });
  const handleId = newId("handle", T0);
  const handle = { platformId: forum, name: "alice", personId: alice, verifiedAt: later(-1) };
  await db.prisma.handle.create({
    data: { ...handle, id: handleId, shownName: "Alice", state: "verified", createdAt: later(-1) },
  });
  await db.prisma.handlePeriod.create({ data: { ...handle, id: newId("event", T0), handleId } });
});

describe("deals that touch me", () => {
  test("are those of platforms where I hold a handle, from their notice on", async () => {
    await draftDeal(platform());
    const reported = await reportedDeal(platform());
    const noticed = await noticedDeal(platform(), { noticeDays: 14 });
    expect((await listMyDeals(person(alice), {})).items.map((deal) => deal.id)).toEqual([noticed.id]);
    expect((await listMyDeals(person(stranger), {})).items).toEqual([]);
    expect((await listMyDeals(person(alice, later(-2)), {})).items).toEqual([]);
    await expect(getMyDeal(person(alice), { dealId: reported.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getMyDeal(person(stranger), { dealId: noticed.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getMyDeal(platform(), { dealId: noticed.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listMyDeals({ actor: { kind: "anonymous" }, requestId: "r" }, {})).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
  });

  test("say who buys what for how much, and how I stand; silence is in only on platform terms", async () => {
    const consent = await noticedDeal(platform(), { noticeDays: 7 });
    const terms = await noticedDeal(platform(), { noticeDays: 7, basis: "platform_terms" });
    const mine = await getMyDeal(person(alice), { dealId: consent.id });
    expect(mine).toMatchObject({
      licensee: { name: "Northwind Labs" },
      gross: { minor: "100000000" },
      split: { fee: { minor: "3000000" }, pool: { minor: "47000000" } },
      choice: { choice: "neutral", at: null, open: true },
      standings: [{ name: "alice", verdict: "unset", included: "no" }],
    });
    expect(mine).not.toHaveProperty("fundingReference");
    expect((await getMyDeal(person(alice), { dealId: terms.id })).standings[0]?.included).toBe("yes");
    await setTerms(person(alice, later(0, 1)), { scope: { kind: "person" }, preset: "paid_anything" });
    expect((await getMyDeal(person(alice, later(1)), { dealId: consent.id })).standings).toMatchObject([
      { verdict: "cleared", included: "if_price_met", floor: { currency: "USD", micros: "10000" } },
    ]);
  });
});

describe("an answer", () => {
  const choose = (now: Date, dealId: string, choice: "object" | "join" | "neutral", who = alice) =>
    chooseForDeal(person(who, now), { dealId, choice });

  test("is taken from the first instant of the window to the last, and changed as often as wanted", async () => {
    const { id } = await noticedDeal(platform(), { noticeDays: 14 });
    expect(await choose(T0, id, "object")).toMatchObject({ choice: "object", open: true });
    expect((await getMyDeal(person(alice, later(1)), { dealId: id })).standings[0]).toMatchObject({
      reason: "objected",
      included: "no",
    });
    await choose(later(2), id, "join");
    expect((await getDealChoice(person(alice, later(3)), { dealId: id })).choice).toBe("join");
    await choose(later(14, -1), id, "neutral");
    await expect(choose(later(14), id, "object")).rejects.toMatchObject({ code: "CHOICE_PERIOD_OVER" });
    expect(await getDealChoice(person(alice, later(15)), { dealId: id })).toMatchObject({
      choice: "neutral",
      open: false,
    });
    expect(await db.prisma.outboxEvent.count({ where: { type: "consent.choice_made" } })).toBe(3);
    expect(
      await db.prisma.auditRecord.count({
        where: { command: "deals.choose", personId: alice, outcome: "done" },
      }),
    ).toBe(3);
  });

  test("needs a handle there, a recent sign-in and the scope, and is one act per idempotency key", async () => {
    const { id } = await noticedDeal(platform(), { noticeDays: 14 });
    await expect(choose(T0, id, "join", stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const stale = { ...person(alice), now: later(1) };
    await expect(chooseForDeal(stale, { dealId: id, choice: "join" })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    const reader: Actor = {
      kind: "apiKey",
      keyId: "key_1",
      scopes: ["consent:read"],
      personId: alice,
      membership: null,
    };
    await expect(
      chooseForDeal({ actor: reader, requestId: "r", now: T0 }, { dealId: id, choice: "join" }),
    ).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    const call = { ...person(alice), idempotencyKey: "choose-1" };
    const first = await chooseForDeal(call, { dealId: id, choice: "join" });
    expect(await chooseForDeal(call, { dealId: id, choice: "join" })).toEqual(first);
    expect(await db.prisma.dealChoice.count({ where: { dealId: id } })).toBe(1);
  });

  test("is still taken while others dispute the deal, and not once it is cancelled", async () => {
    const { id } = await noticedDeal(platform(), { noticeDays: 14 });
    await disputeDeal(
      { actor: operatorActor(undefined, T0), requestId: "r", now: T0 },
      { dealId: id, note: "n" },
    );
    expect((await choose(later(1), id, "object")).choice).toBe("object");
    const cancelled = await noticedDeal(platform(), { noticeDays: 14 });
    await cancelDealOf(platform(), cancelled.id);
    await expect(choose(later(1), cancelled.id, "object")).rejects.toMatchObject({
      code: "CHOICE_PERIOD_OVER",
    });
    expect((await getMyDeal(person(alice, later(1)), { dealId: cancelled.id })).state).toBe("cancelled");
  });

  test("of yes lapses when the deal changes under it; a no stands; both see what changed and why", async () => {
    const { id } = await noticedDeal(platform(), { noticeDays: 14 });
    await choose(later(1), id, "join");
    await amendDeal(platform(later(2)), { dealId: id, title: "Corrected", note: "Typo" });
    const standing = async () => (await dealChoicesOf(alice, [id], later(30))).get(id)?.choice;
    expect(await standing()).toBe("join");
    await amendDeal(platform(later(3)), { dealId: id, weights: "open", note: "Opened" });
    expect(await standing()).toBe("neutral");
    await choose(later(4), id, "object");
    await amendDeal(platform(later(5)), { dealId: id, gross: "5", note: "Less" });
    expect(await standing()).toBe("object");
    const mine = await getMyDeal(person(alice, later(6)), { dealId: id });
    expect(mine.noticeEndsAt).toBe(later(19).toISOString());
    expect(mine.amendments.map((a) => [a.note, a.restarted, a.changes.map((c) => c.field)])).toEqual([
      ["Less", true, ["grossMinor"]],
      ["Opened", true, ["weights"]],
      ["Typo", false, ["title"]],
    ]);
  });
});
