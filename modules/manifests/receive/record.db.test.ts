import { createHash } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/infra/db/db";
import * as disk from "@/infra/files/disk";
import type { CallContext } from "@/infra/verb/command";
import { newId } from "@/kernel/id";
import { LIMITS } from "@/kernel/limits";
import { draftDeal, sealedDeal } from "@/test/factories/deals";
import { aMember, anApiKey, anOrganisation, callAs, SYSTEM } from "@/test/factories/parties";
import { resolveMapping } from "../domain/fields";
import { startUpload } from "../upload/start-upload";
import { completeManifest } from "./complete-manifest";
import { receiveManifestVerb } from "./receive-manifest";
import { recordManifest } from "./record-manifest";

const diskRoom = vi.spyOn(disk, "diskRoom");
afterEach(() => void diskRoom.mockReset());

let owner: Parameters<typeof callAs>[0];
let organisationId: string;
let platform: CallContext;
let stranger: CallContext;
let dealId: string;
let sealedId: string;
beforeAll(async () => {
  const forum = await anOrganisation({ host: "forum.example" });
  [owner, organisationId, platform] = [forum.owner, forum.id, callAs(forum.owner)];
  stranger = callAs((await anOrganisation()).owner);
  dealId = (await draftDeal(platform)).id;
  sealedId = (await sealedDeal(platform)).id;
});

let files = 0;
const aFile = (over: object = {}) => ({
  dealId,
  fileName: "posts.csv",
  sha256: createHash("sha256").update(`file ${++files}`).digest("hex"),
  ...{
    bytes: "120",
    format: "csv" as const,
    compression: "none" as const,
    encoding: "utf-8",
    delimiter: ",",
  },
  columns: ["contributor", "url", "created_at", "tokens"],
  mapping: resolveMapping({ columns: {} }, ["contributor", "url", "created_at", "tokens"]),
  dryRun: false,
  ...over,
});
const eventsOf = async (manifestId: string) =>
  (
    await db.prisma.outboxEvent.findMany({
      where: { payload: { path: ["manifestId"], equals: manifestId } },
      orderBy: { id: "asc" },
    })
  ).map(({ type }) => type);

describe("bytes are recorded as a manifest", () => {
  test("with the job that checks them, once: the same bytes read the same way are the same manifest", async () => {
    const file = aFile();
    const made = await recordManifest(platform, file as never);
    expect(made).toMatchObject({ sha256: file.sha256, created: true });
    expect(await db.prisma.manifest.findUnique({ where: { id: made.id } })).toMatchObject({
      ...{ dealId, organisationId, state: "queued", bytes: 120n, fileName: "posts.csv", jobId: made.jobId },
      createdBy: owner.kind === "user" ? owner.personId : "",
    });
    expect(await db.prisma.jobRun.findUnique({ where: { id: made.jobId } })).toMatchObject({
      ...{ kind: "manifest.check", subject: made.id, state: "queued", organisationId },
    });
    expect(await eventsOf(made.id)).toEqual(["manifests.received"]);
    const again = await recordManifest(platform, { ...file, fileName: "renamed.csv" } as never);
    expect(again).toEqual({ ...made, created: false });
    expect(await eventsOf(made.id)).toEqual(["manifests.received"]);
  });

  test.each([
    ["read as another encoding", { encoding: "latin1" }],
    ["with another delimiter", { delimiter: ";" }],
    ["as a dry run", { dryRun: true }],
  ])("and another one %s", async (_, over) => {
    const file = aFile();
    const first = await recordManifest(platform, file as never);
    const other = await recordManifest(platform, { ...file, ...over } as never);
    expect(other).toMatchObject({ created: true });
    expect(other.id).not.toBe(first.id);
  });

  test("again where the checks of the first try failed", async () => {
    const file = aFile();
    const first = await recordManifest(platform, file as never);
    await db.prisma.manifest.update({ where: { id: first.id }, data: { state: "failed" } });
    const again = await recordManifest(platform, file as never);
    expect(again).toMatchObject({ id: first.id, created: false });
    expect(again.jobId).not.toBe(first.jobId);
    expect(await db.prisma.manifest.findUnique({ where: { id: first.id } })).toMatchObject({
      state: "queued",
      jobId: again.jobId,
    });
  });

  test("for a deal of one's own that is not sealed, with the right to write manifests", async () => {
    const refused = (call: CallContext, over = {}) => recordManifest(call, aFile(over) as never);
    await expect(refused(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(refused(platform, { dealId: sealedId })).rejects.toMatchObject({
      code: "DEAL_STATE",
      detail: { because: "shares_fixed" },
    });
    const { actor: billing } = await aMember(organisationId, "billing");
    await expect(refused(callAs(billing))).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    const { actor: key } = await anApiKey(owner, {
      organisationId,
      scopes: ["manifests:read", "deals:read"],
    });
    await expect(refused(callAs(key))).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(refused(platform, { bytes: String(LIMITS.platformBytesMax + 1) })).rejects.toMatchObject({
      code: "MANIFEST_LIMIT",
      detail: { because: "bytes_kept" },
    });
  });
});

describe("what the checks found", () => {
  const found = (manifestId: string, over: object = {}) => ({
    manifestId,
    ...{ unpackedBytes: "120", received: "3", accepted: "2", rejected: "1", contributors: "2", tokens: "11" },
    reasons: { tokens_missing: "1" },
    notes: {},
    ...{ acceptedKey: "a.parquet", acceptedSha256: "a".repeat(64), rejectedKey: null, rejectedSha256: null },
    ...over,
  });
  const complete = (manifestId: string, over?: object) =>
    completeManifest(callAs(SYSTEM), found(manifestId, over));

  test("is stored once, and says so once", async () => {
    const { id } = await recordManifest(platform, aFile() as never);
    expect(await complete(id)).toEqual({ stored: true });
    expect(await db.prisma.manifest.findUnique({ where: { id } })).toMatchObject({
      ...{ state: "ready", received: 3n, accepted: 2n, rejected: 1n, tokens: 11n, acceptedKey: "a.parquet" },
      reasons: { tokens_missing: "1" },
    });
    expect(await complete(id, { accepted: "3", rejected: "0" })).toEqual({ stored: false });
    expect(await db.prisma.manifest.findUnique({ where: { id } })).toMatchObject({ accepted: 2n });
    expect(await eventsOf(id)).toEqual(["manifests.received", "manifests.checked"]);
  });

  test("without an accepted row is no basis for a clearance", async () => {
    const { id } = await recordManifest(platform, aFile() as never);
    await complete(id, { accepted: "0", rejected: "3", acceptedKey: null, acceptedSha256: null });
    expect(await db.prisma.manifest.findUnique({ where: { id } })).toMatchObject({ state: "no_usable_rows" });
    expect(await eventsOf(id)).toEqual(["manifests.received", "manifests.rejected"]);
  });

  test("of a dry run says that it was one", async () => {
    const { id } = await recordManifest(platform, aFile({ dryRun: true }) as never);
    await complete(id);
    expect(await eventsOf(id)).toEqual(["manifests.received", "manifests.dry_run_checked"]);
  });

  test("comes from the worker alone", async () => {
    const { id } = await recordManifest(platform, aFile() as never);
    await expect(completeManifest(platform, found(id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(complete("mft_nowhere")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db.prisma.manifest.findUnique({ where: { id } })).toMatchObject({ state: "queued" });
  });
});

describe("a resumable upload is opened", () => {
  const start = (call: CallContext, over: object = {}) => {
    const id = newId("upload", new Date());
    return startUpload(call, {
      id,
      dealId,
      fileName: "posts.csv",
      contentType: null,
      bytesTotal: 10,
      ...over,
    });
  };

  test("for a deal, by the person who will send it", async () => {
    const { uploadId } = await start(platform, { contentType: "text/csv", bytesTotal: 4_096 });
    expect(await db.prisma.upload.findUnique({ where: { id: uploadId } })).toMatchObject({
      ...{ dealId, organisationId, state: "receiving", bytesTotal: 4_096n, contentType: "text/csv" },
      createdBy: owner.kind === "user" ? `user:${owner.personId}` : "",
    });
  });

  test("and refused: empty, too large, another's deal, a sealed one, a full disk", async () => {
    await expect(start(platform, { bytesTotal: 0 })).rejects.toMatchObject({ code: "MANIFEST_EMPTY" });
    await expect(start(platform, { bytesTotal: LIMITS.manifestBytesMax + 1 })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ path: "bytesTotal" }],
    });
    await expect(start(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(start(platform, { dealId: sealedId })).rejects.toMatchObject({ code: "DEAL_STATE" });
    diskRoom.mockResolvedValue({ free: BigInt(LIMITS.diskFreeBytesMin), total: 10n ** 12n });
    await expect(start(platform)).rejects.toMatchObject({ code: "STORAGE_FULL" });
  });

  test("as many times as an organisation may have open", async () => {
    const open = () => db.prisma.upload.count({ where: { organisationId } });
    for (let made = await open(); made < LIMITS.uploadsOpenMax; made++) await start(platform);
    await expect(start(platform)).rejects.toMatchObject({
      code: "CONFLICT",
      detail: { because: "uploads_under_way", max: LIMITS.uploadsOpenMax },
    });
    expect(await open()).toBe(LIMITS.uploadsOpenMax);
  });
});

test("the address for a manifest refuses a call without a body, after it has asked whose deal it is", async () => {
  await expect(receiveManifestVerb(platform, { dealId })).rejects.toMatchObject({ code: "MANIFEST_EMPTY" });
  await expect(receiveManifestVerb(stranger, { dealId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(receiveManifestVerb(platform, { dealId: sealedId })).rejects.toMatchObject({
    code: "DEAL_STATE",
  });
  await expect(receiveManifestVerb(platform, { dealId, rows: 3 })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
});
