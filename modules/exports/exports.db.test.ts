import { text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { storage } from "@/infra/files/storage";
import { runJob } from "@/infra/work/job-run";
import type { Actor } from "@/kernel/actor";
import { LIMITS } from "@/kernel/limits";
import { daysAfter } from "@/kernel/time";
import { runToEnd } from "@/test/factories/allocation";
import { somePersonTerms } from "@/test/factories/consent";
import { actorFor, anApiKey, aPerson, callAs } from "@/test/factories/parties";
import { exportKey } from "./domain/export-file";
import { forgetExports } from "./forget-exports";
import { getExport, listExports, openExport } from "./queries";
import { requestExport } from "./request-export";
import { sweepExports } from "./sweep-exports";
import { writeExport } from "./write-export";

let ada: { id: string; email: string; actor: Actor };
beforeEach(async () => {
  const person = await aPerson({ name: "Ada" });
  ada = { ...person, actor: await actorFor(person.id) };
});

const request = async (actor = ada.actor) => (await requestExport(callAs(actor), {})).id;
async function aCopy(): Promise<string> {
  const id = await request();
  await runToEnd(id, writeExport);
  return id;
}
/** The lines of a copy, by section. */
async function sectionsOf(exportId: string): Promise<Map<string, unknown[]>> {
  const { file } = await openExport(callAs(ada.actor), exportId);
  const lines = (await text(file.pipe(createGunzip()))).trim().split("\n");
  const found = new Map<string, unknown[]>();
  for (const line of lines) {
    const { section, value } = JSON.parse(line) as { section: string; value: unknown };
    found.set(section, [...(found.get(section) ?? []), value]);
  }
  return found;
}

describe("a copy of everything about a person", () => {
  test("has their profile, terms and sessions, and nobody else's", async () => {
    const other = await aPerson({ name: "Somebody Else" });
    await somePersonTerms(other.id, "never", new Date());
    await somePersonTerms(ada.id, "paid_anything", new Date());
    const sections = await sectionsOf(await aCopy());
    expect(sections.get("about")).toMatchObject([{ format: "remit-export/1" }]);
    expect(sections.get("profile")).toMatchObject([
      { person: { id: ada.id, name: "Ada", email: ada.email } },
    ]);
    expect(sections.get("terms")).toHaveLength(1);
    expect(sections.get("terms_history")).toHaveLength(1);
    expect(sections.get("sessions")?.length).toBeGreaterThan(0);
    expect(sections.get("activity")?.length).toBeGreaterThan(0);
    expect(JSON.stringify([...sections])).not.toContain("Somebody Else");
  });

  test("is there once it is written, for its person alone, until its days are over", async () => {
    const exportId = await request();
    const [mine, theirs] = [callAs(ada.actor), callAs(await actorFor((await aPerson()).id))];
    await expect(getExport(mine, { exportId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listExports(mine, {})).items).toMatchObject([
      { id: exportId, state: "queued", keptUntil: null },
    ]);
    await runToEnd(exportId, writeExport);
    const found = await getExport(mine, { exportId });
    expect(found).toMatchObject({ id: exportId, state: "succeeded" });
    const until = new Date(found.keptUntil ?? 0);
    const job = await db.prisma.jobRun.findUniqueOrThrow({ where: { id: exportId } });
    expect(until).toEqual(daysAfter(job.finishedAt ?? new Date(0), LIMITS.exportDays));
    await expect(getExport(theirs, { exportId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openExport(theirs, exportId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listExports(theirs, {})).items).toEqual([]);
    const late = { ...mine, now: until };
    await expect(getExport(late, { exportId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listExports(late, {})).items).toMatchObject([{ state: "expired" }]);
    expect(await getExport({ ...mine, now: new Date(until.getTime() - 1) }, { exportId })).toEqual(found);
  });

  test("is no API key's, even its person's own with every scope", async () => {
    const exportId = await aCopy();
    const key = callAs((await anApiKey(ada.actor, { preset: "all" })).actor);
    for (const asked of [getExport(key, { exportId }), listExports(key, {}), requestExport(key, {})])
      await expect(asked).rejects.toMatchObject({ code: "SCOPE_MISSING" });
  });

  test("needs a recent sign-in to ask for", async () => {
    const old = await actorFor(ada.id, new Date(Date.now() - 60 * 60_000));
    await expect(request(old)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    expect(await db.prisma.jobRun.count({ where: { subject: ada.id } })).toBe(0);
  });

  test("is asked for once while it is being made, and not without end on one day", async () => {
    const [first, second] = await Promise.all([request(), request()]);
    expect(second).toBe(first);
    await runToEnd(first, writeExport);
    for (let made = 1; made < LIMITS.exportsPerDay; made++) await aCopy();
    await expect(request()).rejects.toMatchObject({
      code: "RATE_LIMITED",
      detail: { because: "copies_a_day", max: LIMITS.exportsPerDay },
    });
    const tomorrow = callAs(await actorFor(ada.id, daysAfter(new Date(), 1)), {
      now: daysAfter(new Date(), 1),
    });
    expect((await requestExport(tomorrow, {})).id).not.toBe(first);
  });
});

describe("the file of a copy", () => {
  const isThere = async (exportId: string) => (await storage().size(exportKey(exportId))) !== null;

  test("is deleted when its days are over, and not before", async () => {
    const exportId = await aCopy();
    await sweepExports(daysAfter(new Date(), LIMITS.exportDays - 1));
    expect(await isThere(exportId)).toBe(true);
    await sweepExports(daysAfter(new Date(), LIMITS.exportDays + 1));
    expect(await isThere(exportId)).toBe(false);
  });

  test("goes with its person, and so does one that was still being written", async () => {
    const exportId = await aCopy();
    await forgetExports(ada.id);
    expect(await isThere(exportId)).toBe(false);
    const late = await request();
    const nobody = { deletedAt: new Date(), email: null, emailVerified: null, name: null };
    await db.prisma.person.update({ where: { id: ada.id }, data: nobody });
    await runJob(late, writeExport, true);
    expect(await db.prisma.jobRun.findUnique({ where: { id: late } })).toMatchObject({ state: "succeeded" });
    expect(await isThere(late)).toBe(false);
  });
});
