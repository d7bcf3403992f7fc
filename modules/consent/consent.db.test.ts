import { describe, expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import type { Actor } from "@/kernel/actor";
import { aHeldHandle, aPersonActor, aWork } from "@/test/factories/consent";
import { dealChoiceCounts, dealChoicesOf, recordDealChoice } from "./answers/deal-choice";
import { currentTerms } from "./queries/current-terms";
import { evaluateForMe } from "./queries/evaluate-for-me";
import { termsEditor } from "./queries/terms-editor";
import { compareVersions, termsHistory } from "./queries/terms-history";
import { evaluateForPerson } from "./terms/evaluate-for-person";
import { setTerms } from "./terms/set-terms";
import { withdrawTerms } from "./terms/withdraw-terms";

const T0 = new Date("2026-03-01T10:00:00Z");
const later = (minutes: number): Date => new Date(T0.getTime() + minutes * 60_000);
let requests = 0;
const call = (actor: Actor, now: Date = T0, idempotencyKey?: string) => ({
  actor,
  now,
  requestId: `req_${++requests}`,
  idempotencyKey,
});
const READ_ONLY: Actor = {
  kind: "apiKey",
  keyId: "key_r",
  scopes: ["consent:read"],
  personId: "per_reader",
  membership: null,
};
const ASKED = { uses: ["pretraining" as const], weights: "closed" as const };

describe("setting terms", () => {
  test("makes a version, an event and an audit row, and the terms decide from then on", async () => {
    const me = aPersonActor();
    const saved = await setTerms(call(me), { preset: "open_or_pay", note: "first" });
    expect(saved).toMatchObject({
      scope: { kind: "person" },
      note: "first",
      effectiveFrom: T0.toISOString(),
    });
    expect(saved.inWords.join(" ")).toMatch(/open weights yes, free/);
    const { items } = await currentTerms(call(me, later(1)), {});
    expect(items).toHaveLength(1);
    expect(await evaluateForMe(call(me, later(1)), ASKED)).toMatchObject({
      verdict: "cleared",
      floorMicros: "10000",
      decidedBy: { versionId: saved.id },
    });
    const events = await db.prisma.outboxEvent.findMany({ where: { type: "consent.changed" } });
    expect(events.map((event) => event.payload)).toContainEqual(
      expect.objectContaining({ termsVersionId: saved.id, personId: me.personId }),
    );
    expect(await db.prisma.auditRecord.count({ where: { subject: saved.id, outcome: "done" } })).toBe(1);
  });

  test("is refused without the scope, to nobody, to an organisation's key, and without a recent sign-in", async () => {
    const preset = { preset: "never" as const };
    await expect(setTerms(call(READ_ONLY), preset)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(setTerms(call({ kind: "anonymous" }), preset)).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
    const organisations: Actor = { ...READ_ONLY, scopes: ["consent:write"], personId: null };
    await expect(setTerms(call(organisations), preset)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const stale = { ...aPersonActor(), signedInAt: new Date(T0.getTime() - 86_400_000) };
    await expect(setTerms(call(stale), preset)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  });

  test("is only for what is one's own: another's handle and work are not there", async () => {
    const owner = aPersonActor();
    const { handleId } = await aHeldHandle({ personId: owner.personId });
    const workId = await aWork({ personId: owner.personId });
    const other = aPersonActor();
    for (const scope of [
      { kind: "handle" as const, handleId },
      { kind: "work" as const, workId },
      { kind: "url_prefix" as const, handleId, prefix: "https://forum.example/a/" },
    ]) {
      await expect(setTerms(call(other), { scope, preset: "never" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      expect(await setTerms(call(owner), { scope, preset: "never" })).toMatchObject({ scope });
    }
    expect((await currentTerms(call(other), {})).items).toEqual([]);
    const { scopes } = await termsEditor(call(owner, later(1)), {});
    expect(scopes.map(({ scope }) => scope.kind)).toEqual(["person", "handle", "url_prefix", "work"]);
  });

  test("twice with one key is one version; the same terms again are no version at all", async () => {
    const me = aPersonActor();
    const first = await setTerms(call(me, T0, "key-1"), { preset: "never" });
    expect(await setTerms(call(me, later(1), "key-1"), { preset: "never" })).toEqual(first);
    expect(await setTerms(call(me, later(2)), { preset: "never" })).toMatchObject({ id: first.id });
    expect(await db.prisma.termsVersion.count({ where: { personId: me.personId } })).toBe(1);
  });

  test("never starts in the past, needs a stance, and needs a currency for a price", async () => {
    const me = aPersonActor();
    // The last day of 9999 in a zone where UTC is in the year 10000 already.
    const beyond = { preset: "never" as const, effectiveFrom: "9999-12-31T23:59:59-12:00" };
    await expect(setTerms(call(me), beyond)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const past = { preset: "never" as const, effectiveFrom: later(-1).toISOString() };
    await expect(setTerms(call(me), past)).rejects.toMatchObject({ code: "TERMS_EFFECTIVE_IN_PAST" });
    await expect(setTerms(call(me), { terms: {} })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const priced = { pretraining: { open: { stance: "allow" as const, floorMicros: "5" } } };
    await expect(setTerms(call(me), { terms: { uses: priced } })).rejects.toMatchObject({
      faults: [{ path: "terms.currency" }],
    });
  });

  test("refuses to overwrite what was saved in another window", async () => {
    const me = aPersonActor();
    const first = await setTerms(call(me), { preset: "never", expects: null });
    await setTerms(call(me, later(1)), { preset: "open_or_pay", expects: first.id });
    await expect(
      setTerms(call(me, later(2)), { preset: "paid_anything", expects: first.id }),
    ).rejects.toMatchObject({ code: "CHANGED_MEANWHILE" });
  });

  test("stores equal terms once", async () => {
    const before = await db.prisma.termsContent.count();
    for (let i = 0; i < 3; i++)
      await setTerms(call(aPersonActor()), { preset: "paid_anything", currency: "SEK" });
    expect(await db.prisma.termsContent.count()).toBe(before + 1);
  });
});

describe("withdrawing", () => {
  test("leaves silence, not a yes, and a second time is refused", async () => {
    const me = aPersonActor();
    await setTerms(call(me), { preset: "paid_anything" });
    expect(await withdrawTerms(call(me, later(1)), {})).toMatchObject({ terms: null });
    expect(await evaluateForMe(call(me, later(2)), ASKED)).toMatchObject({
      verdict: "unset",
      reason: "withdrawn",
    });
    await expect(withdrawTerms(call(me, later(3)), {})).rejects.toMatchObject({
      code: "TERMS_ALREADY_WITHDRAWN",
    });
    const event = await db.prisma.outboxEvent.findFirst({
      where: { type: "consent.withdrawn", payload: { path: ["personId"], equals: me.personId } },
    });
    expect(event).not.toBeNull();
  });

  test("takes back what was scheduled too, even in the same instant", async () => {
    const me = aPersonActor();
    await setTerms(call(me), { preset: "paid_anything", effectiveFrom: later(60).toISOString() });
    await withdrawTerms(call(me), {});
    expect(await evaluateForMe(call(me, later(61)), ASKED)).toMatchObject({ verdict: "unset" });
    expect(await evaluateForMe(call(me, later(61)), { ...ASKED, at: later(60).toISOString() })).toMatchObject(
      {
        verdict: "unset",
      },
    );
  });

  test("is refused for a read-only key and changes nothing of another's", async () => {
    await expect(withdrawTerms(call(READ_ONLY), {})).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    const me = aPersonActor();
    await setTerms(call(me), { preset: "never" });
    await expect(withdrawTerms(call(aPersonActor(), later(1)), {})).rejects.toMatchObject({
      code: "TERMS_ALREADY_WITHDRAWN",
    });
    expect(await evaluateForMe(call(me, later(2)), ASKED)).toMatchObject({ verdict: "refused" });
  });
});

describe("history", () => {
  test("shows every version with what it changed, pages, and is one's own", async () => {
    const me = aPersonActor();
    const first = await setTerms(call(me), { preset: "never" });
    const second = await setTerms(call(me, later(1)), { preset: "paid_anything" });
    await setTerms(call(me, later(2)), { preset: "research_only", effectiveFrom: later(99).toISOString() });
    const page = await termsHistory(call(me, later(3)), { limit: 2 });
    expect(page.items.map((item) => item.state)).toEqual(["scheduled", "in_force"]);
    expect(page.items[1]?.changes).toEqual([
      expect.objectContaining({ before: "no", after: "yes, from 0.01 USD per 1,000 tokens" }),
    ]);
    const rest = await termsHistory(call(me, later(3)), { cursor: page.nextCursor ?? "" });
    expect(rest.items.map((item) => item.id)).toEqual([first.id]);
    const compared = await compareVersions(call(me), { from: second.id, to: first.id });
    expect(compared.changes).toHaveLength(1);
    const other = aPersonActor();
    expect((await termsHistory(call(other), {})).items).toEqual([]);
    await expect(compareVersions(call(other), { from: second.id, to: first.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(termsHistory(call(me), { cursor: first.id })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect((await termsHistory(call(other), { cursor: page.nextCursor ?? "" })).items).toEqual([]);
  });

  test("is as it was: an earlier instant gives the earlier answer", async () => {
    const me = aPersonActor();
    await setTerms(call(me), { preset: "paid_anything" });
    await setTerms(call(me, later(10)), { preset: "never" });
    const at = (minutes: number) =>
      evaluateForMe(call(me, later(99)), { ...ASKED, at: later(minutes).toISOString() });
    expect(await at(-1)).toMatchObject({ verdict: "unset", reason: "no_terms" });
    expect(await at(9)).toMatchObject({ verdict: "cleared" });
    expect(await at(10)).toMatchObject({ verdict: "refused" });
  });

  test("cannot be edited, not even in the database", async () => {
    const me = aPersonActor();
    const { id } = await setTerms(call(me), { preset: "never" });
    await expect(
      db.pool.query("UPDATE terms_version SET content_seq = NULL WHERE id = $1", [id]),
    ).rejects.toThrow(/insert-only/);
    await expect(db.pool.query("DELETE FROM terms_version WHERE id = $1", [id])).rejects.toThrow(
      /insert-only/,
    );
    await expect(db.pool.query("UPDATE terms_content SET content = '{}'")).rejects.toThrow(/insert-only/);
  });
});

describe("trying a buyer", () => {
  test("answers for a draft without saving it, and for a narrower scope", async () => {
    const me = aPersonActor();
    const { handleId } = await aHeldHandle({ personId: me.personId });
    await setTerms(call(me), { preset: "never" });
    const scope = { kind: "handle" as const, handleId };
    const draft = {
      currency: "USD" as const,
      uses: { pretraining: { closed: { stance: "allow" as const, floorMicros: "7" } } },
    };
    expect(await evaluateForMe(call(me, later(1)), { ...ASKED, scope, draft })).toMatchObject({
      verdict: "cleared",
      floorMicros: "7",
      decidedBy: { versionId: "draft" },
    });
    expect(await evaluateForMe(call(me, later(1)), { ...ASKED, scope })).toMatchObject({
      verdict: "refused",
    });
    await expect(evaluateForMe(call(aPersonActor()), { ...ASKED, scope })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("an answer to a deal", () => {
  const answer = (personId: string, choice: "object" | "join" | "neutral", now: Date) =>
    transaction((tx) => recordDealChoice(tx, { dealId: "deal_1", personId, choice, now, by: "user:x" }));

  test("counts until the next one, and the same again is nothing new", async () => {
    const me = aPersonActor();
    const { handleId } = await aHeldHandle({ personId: me.personId, platformId: "org_c" });
    expect((await answer(me.personId, "object", T0)).events).toHaveLength(1);
    expect((await answer(me.personId, "object", later(1))).events).toHaveLength(0);
    await answer(me.personId, "join", later(1));
    const standing = await dealChoicesOf(me.personId, ["deal_1", "deal_2"], later(2));
    expect([...standing.values()].map(({ choice }) => choice)).toEqual(["join"]);
    expect(await dealChoiceCounts("deal_1", T0)).toEqual({ object: 1, join: 0, neutral: 0 });
    const [decision] = await evaluateForPerson({
      personId: me.personId,
      platformId: "org_c",
      dealId: "deal_1",
      request: {
        uses: ["pretraining"],
        buyerId: null,
        buyerName: "A Lab",
        weights: "closed",
        purpose: "commercial",
        attribution: false,
        distillation: true,
        currency: "USD",
        at: later(3),
      },
    });
    expect(decision).toMatchObject({ handleId, decision: { verdict: "cleared", reason: "joined" } });
  });
});
