import { beforeAll, describe, expect, test } from "vitest";
import type { CallContext } from "@/infra/command";
import { db, transaction } from "@/infra/db";
import type { Actor, ActorMembership, Role, Scope } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import {
  draftDeal,
  fundedDeal,
  noticedDeal,
  operatorActor,
  reportedDeal,
  sealedDeal,
} from "@/test/factories/deals";
import { markAllocated, sealDeal } from "./advance-deal";
import { amendDeal } from "./amend-deal";
import { cancelDeal } from "./cancel-deal";
import { confirmFunding } from "./confirm-funding";
import { createDeal } from "./create-deal";
import { disputeDeal } from "./dispute-deal";
import { editDeal } from "./edit-deal";
import { endDispute } from "./end-dispute";
import { giveNotice } from "./give-notice";
import { getDeal, getDealHistory, listDeals, listDealVersions } from "./queries";
import { reportDeal } from "./report-deal";

const T0 = new Date("2026-03-01T12:00:00.000Z");
const later = (days: number) => new Date(T0.getTime() + days * 86_400_000);
const orgId = () => newId("organisation", T0);
const [forum, other, lab, operator] = [orgId(), orgId(), orgId(), orgId()];

const user = (memberships: ActorMembership[], personId = newId("person", T0)): Actor => ({
  kind: "user",
  personId,
  memberships,
  signedInAt: T0,
  sessionId: "ses_1",
});
const member = (organisationId: string, kind: ActorMembership["kind"], role: Role = "owner") =>
  user([{ organisationId, kind, role }]);
const at = (actor: Actor, now = T0): CallContext => ({ actor, requestId: "r", now });
const platform = at(member(forum, "platform"));
const stranger = at(member(other, "platform"));
const labMember = at(member(lab, "lab"));
const operatorCall = at(operatorActor(operator, T0));
const key = (scopes: Scope[]) =>
  at({
    kind: "apiKey",
    keyId: "key_1",
    scopes,
    personId: null,
    membership: { organisationId: forum, kind: "platform", role: "owner" },
  });

beforeAll(async () => {
  const kinds = { [forum]: "platform", [other]: "platform", [lab]: "lab", [operator]: "operator" };
  for (const [id, kind] of Object.entries(kinds))
    await db.prisma.organisation.create({
      data: { id, kind, name: kind === "lab" ? "Northwind Labs" : `Org ${kind}`, slug: id, createdAt: T0 },
    });
});

const eventsOf = async (dealId: string) =>
  (await db.prisma.outboxEvent.findMany({ orderBy: { at: "asc" } }))
    .filter((event) => (event.payload as { dealId?: string }).dealId === dealId)
    .map((event) => event.type);

describe("a draft", () => {
  test("needs three things and says what it assumed", async () => {
    const deal = await createDeal(platform, {
      title: "Archive",
      licenseeName: "A Lab",
      gross: "1,000,000.01",
    });
    expect(deal).toMatchObject({
      state: "draft",
      version: 1,
      platform: { id: forum, name: "Org platform" },
      gross: { currency: "USD", minor: "100000001" },
      split: { fee: { minor: "3000000" }, pool: { minor: "47000000" }, retained: { minor: "50000001" } },
      basis: "consent",
      noticeDays: 14,
      termFrom: "2026-03-01",
      allowedActs: ["edit", "report", "cancel"],
    });
    expect(await eventsOf(deal.id)).toEqual(["deals.drafted"]);
    expect(await db.prisma.auditRecord.count({ where: { subject: deal.id, organisationId: forum } })).toBe(1);
  });

  test("with the same idempotency key twice is one deal", async () => {
    const call = { ...platform, idempotencyKey: "draft-1" };
    const input = { title: "Once", licenseeName: "A Lab", grossMinor: 5 };
    const [first, second] = await Promise.all([createDeal(call, input), createDeal(call, input)]);
    expect(second.id).toBe(first.id);
    expect(await db.prisma.deal.count({ where: { title: "Once" } })).toBe(1);
  });

  test("is refused field by field", async () => {
    const refused = (over: object) =>
      createDeal(platform, { title: "T", licenseeName: "L", gross: "1", ...over }).then(
        () => [],
        (error) => error.faults.map((fault: { path: string }) => fault.path),
      );
    expect(await refused({ title: " ", contributorShareBps: 10_001 })).toEqual([
      "title",
      "contributorShareBps",
    ]);
    expect(await refused({ gross: "1.234" })).toEqual(["gross"]);
    expect(await refused({ gross: undefined })).toEqual(["gross"]);
    expect(await refused({ grossMinor: "99" })).toEqual(["grossMinor"]);
    expect(await refused({ licenseeName: undefined })).toEqual(["licenseeName"]);
    expect(await refused({ licenseeId: other })).toEqual(["licenseeId"]);
    expect(await refused({ operatorFeeBps: 5_001, termTo: "2026-02-01" })).toEqual([
      "operatorFeeBps",
      "termTo",
    ]);
    expect(await refused({ basis: "platform_terms", noticeDays: 0 })).toEqual(["noticeDays"]);
    expect(await refused({ contributorshare: 1 })).toHaveLength(1);
  });

  test("is for the platform's own people: role, key scope, other platform, several platforms", async () => {
    const input = { title: "T", licenseeName: "L", gross: "1" };
    await expect(createDeal(key(["deals:read"]), input)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(createDeal(platform, { ...input, organisationId: other })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(createDeal(at(member(forum, "platform", "billing")), input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(createDeal(labMember, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const both = at(
      user(
        [forum, other].map((organisationId) => ({
          organisationId,
          kind: "platform",
          role: "admin" as const,
        })),
      ),
    );
    await expect(createDeal(both, input)).rejects.toMatchObject({ faults: [{ path: "organisationId" }] });
    expect((await createDeal(both, { ...input, organisationId: other })).platform.id).toBe(other);
  });

  test("takes the licensee's name from the lab it names", async () => {
    const deal = await createDeal(platform, { title: "T", licenseeId: lab, grossMinor: "1" });
    expect(deal.licensee).toEqual({ id: lab, name: "Northwind Labs" });
  });

  test("keeps each edit as a version, and an edit of nothing as none", async () => {
    const { id } = await draftDeal(platform);
    expect((await editDeal(platform, { dealId: id, title: "Forum archive 2026" })).version).toBe(1);
    const edited = await editDeal(platform, { dealId: id, currency: "JPY", gross: "250000000", capBps: 500 });
    expect(edited).toMatchObject({ version: 2, gross: { currency: "JPY", minor: "250000000" }, capBps: 500 });
    await expect(editDeal(platform, { dealId: id, currency: "EUR" })).rejects.toMatchObject({
      faults: [{ path: "gross" }],
    });
    const { items } = await listDealVersions(platform, { dealId: id });
    expect(items.map(({ version, changes }) => [version, changes.map((c) => c.field)])).toEqual([
      [2, ["currency", "grossMinor", "capBps"]],
      [1, []],
    ]);
    await expect(editDeal(stranger, { dealId: id, title: "Mine" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(editDeal(operatorCall, { dealId: id, title: "Mine" })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
  });
});

describe("a deal on its way", () => {
  test("is reported only when complete, and then seen by its licensee", async () => {
    const { id } = await draftDeal(platform, { gross: "0", licenseeName: undefined, licenseeId: lab });
    await expect(getDeal(labMember, { dealId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(reportDeal(platform, { dealId: id })).rejects.toMatchObject({
      code: "DEAL_INCOMPLETE",
      faults: [{ path: "gross" }],
    });
    await editDeal(platform, { dealId: id, gross: "10" });
    await expect(reportDeal(key(["deals:read"]), { dealId: id })).rejects.toMatchObject({
      code: "SCOPE_MISSING",
    });
    await expect(reportDeal(stranger, { dealId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await reportDeal(platform, { dealId: id })).state).toBe("reported");
    expect((await getDeal(labMember, { dealId: id })).allowedActs).toEqual([]);
    await expect(editDeal(platform, { dealId: id, title: "x" })).rejects.toThrow(/Amend it instead/);
    await expect(giveNotice(labMember, { dealId: id })).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    expect((await eventsOf(id)).sort()).toEqual(["deals.drafted", "deals.edited", "deals.reported"]);
  });

  test("gives notice, and an amendment contributors were shown starts the window anew", async () => {
    const { id } = await noticedDeal(platform, { noticeDays: 14 });
    const after = await amendDeal(at(platform.actor, later(5)), {
      dealId: id,
      gross: "2000000",
      note: "Larger",
    });
    expect(after).toMatchObject({
      version: 2,
      noticedAt: later(5).toISOString(),
      noticeEndsAt: later(19).toISOString(),
    });
    await amendDeal(at(platform.actor, later(6)), { dealId: id, title: "Corrected", note: "Typo" });
    expect((await getDeal(platform, { dealId: id })).noticeEndsAt).toBe(later(19).toISOString());
    await expect(amendDeal(platform, { dealId: id, note: "none" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(amendDeal(stranger, { dealId: id, title: "x", note: "n" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const history = await getDealHistory(platform, { dealId: id });
    expect(history.items.map((step) => [step.act, step.note, step.noticeEndsAt !== null])).toEqual([
      ["draft", null, false],
      ["report", null, false],
      ["notice", null, true],
      ["amend", "Larger", true],
      ["amend", "Typo", false],
    ]);
  });

  test("is not sealed while its notice runs, once after, and then its terms are locked in the database too", async () => {
    const { id } = await noticedDeal(platform, { noticeDays: 14 });
    const seal = (now: Date) => transaction((tx) => sealDeal(tx, { dealId: id, allocationId: "alc_1", now }));
    await expect(seal(new Date(later(14).getTime() - 1))).rejects.toMatchObject({
      code: "DEAL_NOTICE_RUNNING",
    });
    expect((await seal(later(14))).state).toBe("sealed");
    await expect(seal(later(15))).rejects.toMatchObject({ code: "DEAL_STATE" });
    await expect(amendDeal(platform, { dealId: id, gross: "5", note: "n" })).rejects.toMatchObject({
      code: "LAB_TERMS_LOCKED",
    });
    await expect(db.pool.query("UPDATE deal SET gross_minor = 5 WHERE id = $1", [id])).rejects.toThrow(
      /stand/,
    );
    await expect(db.pool.query("DELETE FROM deal_version WHERE deal_id = $1", [id])).rejects.toThrow(
      /insert-only/,
    );
    await expect(db.pool.query("UPDATE deal_step SET note = 'x' WHERE deal_id = $1", [id])).rejects.toThrow(
      /insert-only/,
    );
  });

  test("is cancelled before funding, never after", async () => {
    const draft = await draftDeal(platform);
    await expect(cancelDeal(stranger, { dealId: draft.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const deal of [
      draft,
      await reportedDeal(platform),
      await noticedDeal(platform),
      await sealedDeal(platform),
    ])
      expect((await cancelDeal(platform, { dealId: deal.id, note: "Withdrawn" })).state).toBe("cancelled");
    const funded = await fundedDeal(platform);
    await expect(cancelDeal(platform, { dealId: funded.id })).rejects.toMatchObject({ code: "DEAL_STATE" });
  });
});

describe("the operator", () => {
  test("confirms funding with a reference, once, after a recent sign-in; nobody else does", async () => {
    const { id } = await sealedDeal(platform);
    const input = { dealId: id, reference: "WIRE-7" };
    await expect(confirmFunding(platform, input)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(confirmFunding(stranger, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(confirmFunding(at(operatorCall.actor, later(1)), input)).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    await expect(confirmFunding(operatorCall, { ...input, reference: " " })).rejects.toMatchObject({
      faults: [{ path: "reference" }],
    });
    const call = { ...operatorCall, idempotencyKey: "fund-1" };
    const funded = await confirmFunding(call, input);
    expect(funded).toMatchObject({ state: "funded", fundingReference: "WIRE-7" });
    expect(await confirmFunding(call, input)).toEqual(funded);
    await expect(confirmFunding(operatorCall, input)).rejects.toMatchObject({ code: "DEAL_STATE" });
    const event = await db.prisma.outboxEvent.findFirstOrThrow({
      where: { type: "deals.funded", payload: { path: ["dealId"], equals: id } },
    });
    expect(event.payload).toMatchObject({ currency: "USD", minor: "100000000", reference: "WIRE-7" });
  });

  test("freezes a deal and lets it go on where it was", async () => {
    const { id } = await fundedDeal(platform);
    const dispute = { dealId: id, note: "The licensee says it paid twice." };
    await expect(disputeDeal(platform, dispute)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    expect(await disputeDeal(operatorCall, dispute)).toMatchObject({
      state: "disputed",
      disputedFrom: "funded",
      disputeReason: dispute.note,
    });
    const allocate = () => transaction((tx) => markAllocated(tx, { dealId: id, now: later(1) }));
    await expect(allocate()).rejects.toMatchObject({ code: "DEAL_STATE" });
    await expect(endDispute(stranger, { dealId: id, note: "n" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await endDispute(operatorCall, { dealId: id, note: "It paid once." })).toMatchObject({
      state: "funded",
      disputedFrom: null,
    });
    expect((await allocate()).state).toBe("allocated");
    expect((await allocate()).state).toBe("allocated");
    expect(await eventsOf(id)).toHaveLength(8);
    expect(await eventsOf(id)).toEqual(
      expect.arrayContaining(["deals.sealed", "deals.disputed", "deals.dispute_ended", "deals.allocated"]),
    );
  });
});

describe("lists of deals", () => {
  test("show each party its own, page by page, and filter", async () => {
    const mine = at(member(orgId(), "platform"));
    const made: string[] = [];
    for (let i = 0; i < 3; i++)
      made.push((await draftDeal({ ...mine, now: later(i) }, { title: `Deal ${i}` })).id);
    const first = await listDeals(mine, { limit: 2 });
    expect(first.items.map((deal) => deal.id)).toEqual([made[2], made[1]]);
    const rest = await listDeals(mine, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([rest.items.map((deal) => deal.id), rest.nextCursor]).toEqual([[made[0]], null]);
    await reportDeal(mine, { dealId: made[0] ?? "" });
    expect((await listDeals(mine, { state: "reported,sealed" })).items).toHaveLength(1);
    expect((await listDeals(mine, { q: "deal 1" })).items.map((deal) => deal.id)).toEqual([made[1]]);
    await expect(listDeals(mine, { organisationId: forum })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listDeals(mine, { state: "lost" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect((await listDeals(stranger, {})).items.some((deal) => made.includes(deal.id))).toBe(false);
    expect((await listDeals(operatorCall, { q: made[1] ?? "" })).items).toHaveLength(1);
    expect((await listDeals(labMember, {})).items.every((deal) => deal.licensee.id === lab)).toBe(true);
  });
});
