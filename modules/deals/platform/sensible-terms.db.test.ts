import { describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { callAt, dealWorld, later } from "@/test/factories/deal-world";
import { cancelDealOf, draftDeal, noticedDeal, reportedDeal } from "@/test/factories/deals";
import { amendDeal } from "./amend-deal";
import { editDeal } from "./edit-deal";
import { giveNotice } from "./give-notice";
import { reportDeal } from "./report-deal";

const { platform, other } = await dealWorld();

describe("a deal is reported only with terms that make sense", () => {
  test.each([
    ["a term that is over", { termFrom: "1999-01-01", termTo: "1999-02-01" }, "termTo"],
    ["a term from another age", { termFrom: "1900-01-01" }, "termFrom"],
    ["a reserve released long ago", { reserveBps: 500, reserveReleaseOn: "2020-01-01" }, "reserveReleaseOn"],
    [
      "a reserve released in the notice",
      { noticeDays: 9, reserveBps: 500, reserveReleaseOn: "2026-03-10" },
      "reserveReleaseOn",
    ],
    ["a reserve and no day", { reserveBps: 500 }, "reserveReleaseOn"],
  ])("%s is refused", async (_, over, path) => {
    const { id } = await draftDeal(platform, over);
    const refused = reportDeal(platform, { dealId: id });
    await expect(refused).rejects.toMatchObject({ code: "DEAL_INCOMPLETE" });
    const { faults } = await refused.catch((error) => error);
    expect(faults.map((fault: { path: string }) => fault.path)).toContain(path);
    expect(await db.prisma.deal.findUnique({ where: { id } })).toMatchObject({ state: "draft" });
  });

  test("what would be kept in reserve is at most half, also in a draft", async () => {
    await expect(draftDeal(platform, { reserveBps: 10_000 })).rejects.toMatchObject({
      faults: [{ path: "reserveBps" }],
    });
  });

  test("a term that ended while the deal waited is refused at the notice, and an amendment cannot end it in the past", async () => {
    const { id } = await reportedDeal(platform, { termTo: "2026-03-20" });
    const late = callAt(platform.actor, later(30));
    await expect(giveNotice(late, { dealId: id })).rejects.toMatchObject({ faults: [{ path: "termTo" }] });
    await expect(
      amendDeal(late, { dealId: id, termTo: "2026-03-25", note: "A little longer" }),
    ).rejects.toMatchObject({ faults: [{ path: "termTo" }] });
    await amendDeal(late, { dealId: id, termTo: "2026-12-31", note: "Longer" });
    expect((await giveNotice(late, { dealId: id })).state).toBe("noticed");
  });

  test("an amendment that starts the notice again moves the earliest release with it", async () => {
    const { id } = await noticedDeal(platform, {
      noticeDays: 10,
      reserveBps: 500,
      reserveReleaseOn: "2026-03-15",
    });
    const late = callAt(platform.actor, later(8));
    await expect(amendDeal(late, { dealId: id, gross: "2", note: "Less" })).rejects.toMatchObject({
      faults: [{ path: "reserveReleaseOn" }],
    });
    await amendDeal(late, { dealId: id, title: "Only the label", note: "A typing error" });
  });
});

describe("the other side is another", () => {
  test.each([
    ["the platform", { licenseeName: " fORUM " }, "licenseeName"],
    ["the platform as the receiver of unclaimed money", { escheatTo: "the platform itself" }, "escheatTo"],
    ["the platform by name as that receiver", { escheatTo: "Forum" }, "escheatTo"],
    ["the licensee as that receiver", { licenseeName: "A Lab", escheatTo: "a lab" }, "escheatTo"],
  ])("%s is refused", async (_, over, path) => {
    await expect(draftDeal(platform, over)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ path }],
    });
  });

  test("a platform that takes its licensee's name meanwhile is met at the report", async () => {
    const { id } = await draftDeal(callAt(platform.actor), { licenseeName: "Late Name" });
    const { platformId } = (await db.prisma.deal.findUniqueOrThrow({ where: { id } })) as {
      platformId: string;
    };
    await db.prisma.organisation.update({ where: { id: platformId }, data: { name: "Late Name" } });
    await expect(reportDeal(platform, { dealId: id })).rejects.toMatchObject({
      faults: [{ path: "licenseeName" }],
    });
    await db.prisma.organisation.update({ where: { id: platformId }, data: { name: "Forum" } });
    expect((await reportDeal(platform, { dealId: id })).state).toBe("reported");
  });
});

describe("Remit's fee", () => {
  test("is the instance's: left out or said as it is, and never chosen", async () => {
    expect((await draftDeal(platform)).operatorFeeBps).toBe(300);
    expect((await draftDeal(platform, { operatorFeeBps: 300 })).operatorFeeBps).toBe(300);
    const refused = draftDeal(platform, { operatorFeeBps: 0 });
    await expect(refused).rejects.toMatchObject({ faults: [{ path: "operatorFeeBps" }] });
    const { id } = await reportedDeal(platform);
    await expect(amendDeal(platform, { dealId: id, operatorFeeBps: 0, note: "Free" })).rejects.toMatchObject({
      faults: [{ path: "operatorFeeBps" }],
    });
  });

  test("of a draft from before is taken over by the next save, not silently by the report; a reported deal keeps its own", async () => {
    const { id } = await draftDeal(platform);
    await db.prisma.deal.update({ where: { id }, data: { operatorFeeBps: 0 } });
    await expect(reportDeal(platform, { dealId: id })).rejects.toMatchObject({
      code: "DEAL_INCOMPLETE",
      faults: [{ path: "operatorFeeBps" }],
    });
    expect(await editDeal(platform, { dealId: id })).toMatchObject({ operatorFeeBps: 300, version: 2 });
    await reportDeal(platform, { dealId: id });
    await db.prisma.deal.update({ where: { id }, data: { operatorFeeBps: 111 } });
    const amended = await amendDeal(platform, { dealId: id, gross: "5", note: "Less" });
    expect(amended.operatorFeeBps).toBe(111);
  });
});

describe("exclusive deals", () => {
  const year = { termFrom: "2027-01-01", termTo: "2027-12-31", uses: ["synthesis" as const] };

  test("keep everybody else out of the same use and term: at the report, at an amendment, two concurrently", async () => {
    const first = await reportedDeal(platform, {
      ...year,
      title: "First",
      exclusive: true,
      licenseeName: "A",
    });
    const second = await draftDeal(platform, { ...year, title: "Second", licenseeName: "B" });
    const refused = reportDeal(platform, { dealId: second.id });
    await expect(refused).rejects.toMatchObject({ code: "INVALID_INPUT", faults: [{ path: "exclusive" }] });
    await expect(refused).rejects.toThrow(first.id);
    await reportedDeal(platform, { ...year, licenseeName: "a" }); // The licensee of the exclusive one may have more.
    const later = await reportedDeal(platform, {
      ...year,
      termFrom: "2028-01-01",
      termTo: null,
      licenseeName: "B",
    });
    await expect(
      amendDeal(platform, { dealId: later.id, termFrom: "2027-12-31", note: "Earlier" }),
    ).rejects.toMatchObject({ faults: [{ path: "exclusive" }] });
    await cancelDealOf(platform, first.id);
    expect((await reportDeal(platform, { dealId: second.id })).state).toBe("reported");
  });

  test("of two concurrent reports one is refused, and another platform's deals do not matter", async () => {
    const elsewhere = { ...year, uses: ["indexing" as const], exclusive: true };
    const drafts = await Promise.all(
      ["C", "D"].map((licenseeName) => draftDeal(platform, { ...elsewhere, licenseeName })),
    );
    const outcomes = await Promise.allSettled(drafts.map(({ id }) => reportDeal(platform, { dealId: id })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const strangers = await dealWorld();
    expect(other).not.toBe(strangers.forum);
    expect((await reportedDeal(strangers.platform, { ...elsewhere, licenseeName: "E" })).state).toBe(
      "reported",
    );
  });
});
