import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { runJob } from "@/infra/work/job-run";
import { draftDeal } from "@/test/factories/deals";
import { aCheckedManifest, checkNow, generateManifest, sendManifest } from "@/test/factories/manifests";
import { aMember, anApiKey, anOrganisation, callAs } from "@/test/factories/parties";
import { checkManifest } from "./check/check-manifest";
import { deleteMappingProfile } from "./mapping-profiles/delete-mapping-profile";
import { saveMappingProfile } from "./mapping-profiles/save-mapping-profile";
import {
  exportRejections,
  getManifest,
  listManifests,
  listMappingProfiles,
  listRejections,
} from "./read/queries";
import { latestReadyManifest, readyManifest } from "./read/ready-manifest";

let platform: CallContext;
let stranger: CallContext;
let organisationId: string;

beforeAll(async () => {
  const forum = await anOrganisation({ host: "forum.example" });
  organisationId = forum.id;
  platform = callAs(forum.owner);
  stranger = callAs((await anOrganisation({ host: "other.example" })).owner);
});

const newDeal = async () => (await draftDeal(platform)).id;
const HEADER = "contributor,url,content_id,created_at,tokens,score\n";
const row = (n: number, over: Partial<Record<string, string>> = {}) =>
  [
    over.contributor ?? `Writer-${n}`,
    over.url ?? `https://forum.example/p/${n}`,
    over.content_id ?? `p${n}`,
    over.created_at ?? "1300000000",
    over.tokens ?? "10",
    over.score ?? "1",
  ].join(",");
const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i + 1)).join("\n");

async function accepted(key: string): Promise<Record<string, unknown>[]> {
  const path = await storage().localPath(key);
  return withEngine(async (connection) => {
    const result = await connection.runAndReadAll(`SELECT * FROM read_parquet(${sqlText(path)})`);
    return result.getRowObjects();
  });
}

describe("a manifest", () => {
  test("is received, checked, and ready for others, with its event", async () => {
    const dealId = await newDeal();
    const sent = await sendManifest(platform, dealId, HEADER + rows(3), { fileName: "posts.csv" });
    expect(sent).toMatchObject({
      created: true,
      sha256: createHash("sha256")
        .update(HEADER + rows(3))
        .digest("hex"),
    });
    await expect(latestReadyManifest(dealId)).rejects.toMatchObject({ code: "MANIFEST_STATE" });
    const manifest = await checkNow(platform, sent.id);
    expect(manifest).toMatchObject({
      state: "ready",
      received: "3",
      accepted: "3",
      rejected: "0",
      contributors: "3",
      tokens: "30",
      format: "csv",
      encoding: "utf-8",
      delimiter: ",",
      progress: { jobState: "succeeded" },
    });
    const ready = await latestReadyManifest(dealId);
    expect(ready).toMatchObject({ id: sent.id, accepted: 3n, organisationId });
    expect((await accepted(ready.acceptedKey))[0]).toMatchObject({
      line: 2n,
      contributor: "writer-1",
      tokens: 10n,
      score: 1n,
      status: "live",
    });
    const events = await db.prisma.outboxEvent.findMany({
      where: { type: { startsWith: "manifests." } },
      orderBy: { id: "asc" },
    });
    expect(events.map((event) => event.type)).toEqual(["manifests.received", "manifests.checked"]);
    expect((await listManifests(platform, { dealId })).items).toHaveLength(1);
  });

  test("of the same bytes read the same way is the one that is there; read another way it is another", async () => {
    const dealId = await newDeal();
    const first = await sendManifest(platform, dealId, HEADER + rows(2));
    const again = await sendManifest(platform, dealId, HEADER + rows(2));
    expect(again).toEqual({ ...first, created: false });
    // What is guessed and what is said come to the same reading.
    const said = await sendManifest(platform, dealId, HEADER + rows(2), {
      mapping: { columns: { contributor: " CONTRIBUTOR" } },
    });
    expect(said.id).toBe(first.id);
    const other = await sendManifest(platform, dealId, HEADER + rows(2), {
      mapping: { columns: { score: "" } },
    });
    expect(other).toMatchObject({ created: true, sha256: first.sha256 });
    expect(await db.prisma.jobRun.count({ where: { subject: first.id } })).toBe(1);
    const both = await Promise.all([1, 2].map(() => sendManifest(platform, dealId, HEADER + rows(9))));
    expect(both[0]?.id).toBe(both[1]?.id);
  });

  test("the same idempotency key gives one answer", async () => {
    const dealId = await newDeal();
    const call = { ...platform, idempotencyKey: "upload-1" };
    expect(await sendManifest(call, dealId, HEADER + rows(2))).toEqual(
      await sendManifest(call, dealId, HEADER + rows(2)),
    );
    await expect(sendManifest(call, dealId, HEADER + rows(5))).rejects.toMatchObject({
      code: "IDEMPOTENCY_KEY_REUSED",
    });
  });

  test("is refused to a read-only key, a billing member, another party and nobody, before a byte is kept", async () => {
    const dealId = await newDeal();
    const key = await anApiKey(platform.actor, { organisationId, preset: "read_only" });
    const billing = await aMember(organisationId, "billing");
    const send = (call: CallContext) => sendManifest(call, dealId, HEADER + rows(1));
    await expect(send(callAs(key.actor))).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(send(callAs(billing.actor))).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(send(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(send(callAs({ kind: "anonymous" }))).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    const { id } = await send(platform);
    await expect(getManifest(stranger, { manifestId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listRejections(stranger, { manifestId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(exportRejections(stranger, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listManifests(stranger, { dealId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getManifest(callAs(key.actor), { manifestId: id })).toMatchObject({ state: "queued" });
  });

  test("can be sent again after it failed or was cancelled, and is then the same manifest", async () => {
    const dealId = await newDeal();
    const { id, jobId } = await sendManifest(platform, dealId, HEADER + rows(4));
    await db.prisma.jobRun.update({ where: { id: jobId }, data: { cancelRequestedAt: new Date() } });
    expect(await checkNow(platform, id)).toMatchObject({
      state: "cancelled",
      failure: { code: "JOB_CANCELLED" },
    });
    const again = await sendManifest(platform, dealId, HEADER + rows(4));
    expect(again.id).toBe(id);
    expect(await checkNow(platform, id)).toMatchObject({ state: "ready", accepted: "4", failure: null });
    await expect(db.prisma.manifest.update({ where: { id }, data: { accepted: 3n } })).rejects.toThrow(
      /ready/,
    );
  });

  test("a second run of the same job changes nothing, and the same rows give the same digests", async () => {
    const [one, two] = [await newDeal(), await newDeal()];
    const path = await generateManifest({ path: await workFile(".csv"), rows: 30_000, format: "csv" });
    const first = await aCheckedManifest(platform, one, { path });
    await runJob(first.jobId ?? "", checkManifest, true);
    const second = await aCheckedManifest(platform, two, { path });
    expect(second.acceptedSha256).toBe(first.acceptedSha256);
    expect(second.rejectedSha256).toBe(first.rejectedSha256);
    expect(first).toMatchObject({ received: "30000", accepted: "30000" });
  });
});

describe("a dry run", () => {
  test("reports and keeps nothing that could be paid from", async () => {
    const dealId = await newDeal();
    const report = await aCheckedManifest(platform, dealId, `${HEADER}${rows(2)}\n,,,,,\n`, { dryRun: true });
    expect(report).toMatchObject({
      dryRun: true,
      state: "ready",
      received: "3",
      accepted: "2",
      rejected: "1",
    });
    await expect(readyManifest(report.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(
      (await listRejections(platform, { manifestId: report.id })).items.map((item) => item.field),
    ).toEqual(["content_id", "contributor", "created_at", "tokens"]);
    expect(await storage().size(`dry-runs/${report.sha256.slice(0, 2)}/${report.sha256}`)).toBeNull();
    expect(await db.prisma.storedFile.count({ where: { sha256: report.sha256 } })).toBe(0);
    const real = await aCheckedManifest(platform, dealId, `${HEADER}${rows(2)}\n,,,,,\n`);
    expect(real).toMatchObject({ dryRun: false, accepted: "2" });
    expect(real.id).not.toBe(report.id);
  });
});

describe("rejections", () => {
  test("are listed by page and reason, and exported with formulas made harmless", async () => {
    const dealId = await newDeal();
    const bad = Array.from({ length: 30 }, (_, i) => row(i + 100, { score: "=1+1", content_id: `x${i}` }));
    const content = `${HEADER}${[...bad, row(1, { created_at: "4102444800" })].join("\n")}\n`;
    const manifest = await aCheckedManifest(platform, dealId, content);
    expect(manifest.reasons).toEqual({ not_a_number: "30", date_in_future: "1" });
    const first = await listRejections(platform, { manifestId: manifest.id });
    expect(first.items).toHaveLength(25);
    const second = await listRejections(platform, {
      manifestId: manifest.id,
      cursor: first.nextCursor ?? "",
    });
    expect(second.items).toHaveLength(6);
    const dates = await listRejections(platform, { manifestId: manifest.id, reason: "date_in_future" });
    expect(dates.items).toMatchObject([{ line: "32", field: "created_at", value: "4102444800" }]);
    const numbers: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const filter = { manifestId: manifest.id, reason: "not_a_number" as const, limit: 10, cursor };
      const page: Awaited<ReturnType<typeof listRejections>> = await listRejections(platform, filter);
      numbers.push(...page.items.map(({ line }) => line));
      cursor = page.nextCursor;
    }
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, i) => String(i + 2)));
    const csv = await new Response((await exportRejections(platform, manifest.id)).body).text();
    const lines = csv.trimEnd().split("\r\n");
    expect(lines).toHaveLength(32);
    expect(lines[1]).toContain(",score,not_a_number,");
    expect(lines[1]).toContain(",'=1+1,");
  });
});

describe("mapping profiles", () => {
  test("are saved, used by name, replaced, and removed; nobody else sees them", async () => {
    const mapping = {
      columns: { contributor: "who", score: "" },
      delimiter: ";" as const,
      thousands: "point" as const,
    };
    const saved = await saveMappingProfile(platform, { organisationId, name: "Export", mapping });
    const dealId = await newDeal();
    const text =
      "who;url;created_at;tokens;score\nann;https://forum.example/1;2020-01-01T00:00:00Z;1.234;x\n";
    const manifest = await aCheckedManifest(platform, dealId, text, { profile: "export".replace("e", "E") });
    expect(manifest).toMatchObject({
      state: "ready",
      accepted: "1",
      tokens: "1234",
      notes: { date_iso_8601: { count: "1" } },
    });
    await saveMappingProfile(platform, {
      organisationId,
      name: "Export",
      mapping: { ...mapping, thousands: "comma" },
    });
    expect((await listMappingProfiles(platform, { organisationId })).items).toMatchObject([
      { id: saved.id, mapping: { thousands: "comma" } },
    ]);
    await expect(listMappingProfiles(stranger, { organisationId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      saveMappingProfile(stranger, { organisationId, name: "x", mapping: {} }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(deleteMappingProfile(stranger, { profileId: saved.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await deleteMappingProfile(platform, { profileId: saved.id });
    await expect(sendManifest(platform, dealId, text, { profile: "Export" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("every format", () => {
  test("of the same rows gives the same accepted rows", async () => {
    const results = [];
    for (const format of ["csv", "csv.gz", "csv.zst", "jsonl", "parquet"] as const) {
      const path = await generateManifest({
        path: await workFile(`.${format}`),
        rows: 5_000,
        format,
        seed: 7,
      });
      const manifest = await aCheckedManifest(platform, await newDeal(), { path });
      expect(manifest).toMatchObject({ state: "ready", received: "5000", accepted: "5000", rejected: "0" });
      const file = (await readyManifest(manifest.id)).acceptedKey;
      results.push(
        (await accepted(file)).map(({ line: _line, ...cells }) =>
          JSON.stringify(Object.values(cells).map(String)),
        ),
      );
    }
    for (const other of results.slice(1)) expect(other).toEqual(results[0]);
  });
});
