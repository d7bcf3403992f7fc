import { describe, expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { setOrganisationState } from "@/modules/parties/organisations/set-organisation-state";
import { callAt, dealWorld, eventsOf, later, memberOf, T0, userOf } from "@/test/factories/deal-world";
import { draftDeal, fundedDeal, noticedDeal, reportedDeal, sealedDeal } from "@/test/factories/deals";
import { anOrganisation, callAs, SYSTEM } from "@/test/factories/parties";
import { sealDeal } from "../doors/advance-deal";
import { getDeal, getDealHistory, listDealVersions } from "../queries";
import { amendDeal } from "./amend-deal";
import { cancelDeal } from "./cancel-deal";
import { createDeal } from "./create-deal";
import { editDeal } from "./edit-deal";
import { giveNotice } from "./give-notice";
import { reportDeal } from "./report-deal";

const { forum, other, lab, platform, stranger, labMember, operatorCall, key } = await dealWorld();

describe("a draft", () => {
  test("needs four things and says what it assumed", async () => {
    const deal = await createDeal(platform, {
      title: "Archive",
      licenseeName: "A Lab",
      gross: "1000000.01",
      uses: ["pretraining"],
    });
    expect(deal).toMatchObject({
      state: "draft",
      version: 1,
      platform: { id: forum, name: "Forum" },
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
    const input = { title: "Once", licenseeName: "A Lab", grossMinor: 5, uses: ["indexing" as const] };
    const [first, second] = await Promise.all([createDeal(call, input), createDeal(call, input)]);
    expect(second.id).toBe(first.id);
    expect(await db.prisma.deal.count({ where: { title: "Once" } })).toBe(1);
  });

  test("is refused field by field", async () => {
    const refused = (over: object) =>
      createDeal(platform, { title: "T", licenseeName: "L", gross: "1", uses: ["indexing"], ...over }).then(
        () => [],
        (error) => error.faults.map((fault: { path: string }) => fault.path),
      );
    expect(await refused({ title: " ", contributorShareBps: 10_001 })).toEqual([
      "title",
      "contributorShareBps",
    ]);
    expect(await refused({ gross: "1.234" })).toEqual(["gross"]);
    expect(await refused({ uses: undefined })).toEqual(["uses"]);
    expect(await refused({ uses: [] })).toEqual(["uses"]);
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
    const input = { title: "T", licenseeName: "L", gross: "1", uses: ["indexing" as const] };
    await expect(createDeal(key(["deals:read"]), input)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(createDeal(platform, { ...input, organisationId: other })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const byRole = { code: "SCOPE_MISSING", detail: { scope: "deals:write" } };
    const byKind = { code: "SCOPE_MISSING", detail: { because: "only_platforms" } };
    for (const named of [{}, { organisationId: forum }])
      for (const role of ["billing", "analyst"] as const)
        await expect(
          createDeal(callAt(memberOf(forum, "platform", role)), { ...input, ...named }),
        ).rejects.toMatchObject(byRole);
    for (const named of [{}, { organisationId: lab }])
      await expect(createDeal(labMember, { ...input, ...named })).rejects.toMatchObject(byKind);
    await expect(createDeal(labMember, { ...input, organisationId: forum })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const both = callAt(
      userOf(
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
    const deal = await createDeal(platform, {
      title: "T",
      licenseeId: lab,
      grossMinor: "1",
      uses: ["indexing"],
    });
    expect(deal.licensee).toEqual({ id: lab, name: "Northwind Labs" });
  });

  test("names a verified lab by its id, so that who blocked it by that is heard; an unverified one may be named", async () => {
    const kestrel = newId("organisation", T0);
    const row = { id: kestrel, kind: "lab", name: "Kestrel Labs", slug: kestrel, createdAt: T0 };
    await db.prisma.organisation.create({ data: row });
    const named = { title: "T", licenseeName: " kestrel  LABS", gross: "1", uses: ["indexing" as const] };
    const early = await draftDeal(platform, named);
    const reported = await reportedDeal(platform, named);
    const verified = (state: string) =>
      db.prisma.organisation.update({ where: { id: kestrel }, data: { state } });
    await verified("verified");
    const refusal = {
      code: "INVALID_INPUT",
      detail: { because: "licensee_here", lab: "Kestrel Labs", licenseeId: kestrel },
      faults: [{ path: "licenseeName" }],
    };
    await expect(createDeal(platform, named)).rejects.toMatchObject(refusal);
    await expect(editDeal(platform, { dealId: early.id, gross: "2" })).rejects.toMatchObject(refusal);
    await expect(reportDeal(platform, { dealId: early.id })).rejects.toMatchObject(refusal);
    await expect(giveNotice(platform, { dealId: reported.id })).rejects.toMatchObject(refusal);
    await editDeal(platform, { dealId: early.id, licenseeId: kestrel });
    expect((await reportDeal(platform, { dealId: early.id })).licensee).toEqual({
      id: kestrel,
      name: "Kestrel Labs",
    });
    await verified("suspended");
    expect((await giveNotice(platform, { dealId: reported.id })).licensee.id).toBeNull();
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
  test("stays complete when it is amended", async () => {
    const { id } = await noticedDeal(platform);
    const amended = (patch: object) => amendDeal(platform, { dealId: id, note: "New terms", ...patch });
    await expect(amended({ gross: "0" })).rejects.toMatchObject({
      code: "DEAL_INCOMPLETE",
      faults: [{ path: "gross" }],
    });
    await expect(amended({ reserveBps: 100 })).rejects.toMatchObject({
      code: "DEAL_INCOMPLETE",
      faults: [{ path: "reserveReleaseOn" }],
    });
    expect((await getDeal(platform, { dealId: id })).version).toBe(1);
  });

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
    expect((await getDeal(labMember, { dealId: id })).allowedActs).toEqual(["accept", "decline"]);
    expect((await getDealHistory(labMember, { dealId: id })).items.map((step) => step.act)).toEqual([
      "report",
    ]);
    expect((await listDealVersions(labMember, { dealId: id })).items).toMatchObject([
      { version: 2, changes: [] },
    ]);
    expect((await listDealVersions(platform, { dealId: id })).items).toHaveLength(2);
    await expect(listDealVersions(stranger, { dealId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(editDeal(platform, { dealId: id, title: "x" })).rejects.toThrow(/Amend it instead/);
    await expect(giveNotice(labMember, { dealId: id })).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    expect(await eventsOf(id)).toEqual(["deals.drafted", "deals.edited", "deals.reported"]);
  });

  test("gives notice, and an amendment of shown terms starts the window again", async () => {
    const { id } = await noticedDeal(platform, { noticeDays: 14 });
    const after = await amendDeal(callAt(platform.actor, later(5)), {
      dealId: id,
      gross: "2000000",
      note: "Larger",
    });
    expect(after).toMatchObject({
      version: 2,
      noticedAt: later(5).toISOString(),
      noticeEndsAt: later(19).toISOString(),
    });
    await amendDeal(callAt(platform.actor, later(6)), { dealId: id, title: "Corrected", note: "Typo" });
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
    let version = 1;
    const seal = (now: Date) =>
      transaction((tx) => sealDeal(tx, { dealId: id, allocationId: "alc_1", version, asOf: now, now }));
    await expect(seal(new Date(later(14).getTime() - 1))).rejects.toMatchObject({
      code: "DEAL_NOTICE_RUNNING",
    });
    version = 2;
    await expect(seal(later(14))).rejects.toMatchObject({ code: "CONFLICT" });
    version = 1;
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

  test("is cancelled by its platform before the seal, never after", async () => {
    const draft = await draftDeal(platform);
    await expect(cancelDeal(stranger, { dealId: draft.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const deal of [draft, await reportedDeal(platform), await noticedDeal(platform)])
      expect((await cancelDeal(platform, { dealId: deal.id, note: "Withdrawn" })).state).toBe("cancelled");
    for (const { id } of [await sealedDeal(platform), await fundedDeal(platform)])
      await expect(cancelDeal(platform, { dealId: id })).rejects.toMatchObject({ code: "DEAL_STATE" });
  });
});

describe("a platform no operator has verified", () => {
  const unverified = { code: "ORGANISATION_UNVERIFIED" };

  test("prepares drafts, and reports and announces nothing", async () => {
    const { id, owner } = await anOrganisation({ verified: false });
    const call = callAs(owner);
    const { id: dealId } = await draftDeal(call);
    await editDeal(call, { dealId, title: "Better said" });
    await expect(reportDeal(call, { dealId })).rejects.toMatchObject(unverified);
    const setTo = (state: "verified" | "unverified") =>
      setOrganisationState(callAs(SYSTEM), { organisationId: id, state, reason: "test" });
    await setTo("verified");
    await reportDeal(call, { dealId });
    await setTo("unverified");
    await expect(giveNotice(call, { dealId })).rejects.toMatchObject(unverified);
    expect(await eventsOf(dealId)).not.toContain("deals.noticed");
    await setTo("verified");
    expect(await giveNotice(call, { dealId })).toMatchObject({ state: "noticed" });
  });
});
