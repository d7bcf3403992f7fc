import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, utimes } from "node:fs/promises";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/infra/db/db";
import { holdLock } from "@/infra/db/lock";
import * as disk from "@/infra/files/disk";
import type { CallContext } from "@/infra/verb/command";
import { LIMITS } from "@/kernel/limits";
import { draftDeal } from "@/test/factories/deals";
import { checkNow } from "@/test/factories/manifests";
import { anApiKey, anOrganisation, callAs } from "@/test/factories/parties";
import { sweepUploads } from "../sweep/sweep-uploads";
import { inspectUpload, manifestFromUpload } from "./manifest-from-upload";
import { handleUpload } from "./tus-server";
import { uploadPath } from "./upload-files";
import { waitingUploads } from "./waiting-uploads";

const diskRoom = vi.spyOn(disk, "diskRoom");
afterEach(() => void diskRoom.mockReset());

let platform: CallContext;
let stranger: CallContext;
let organisationId: string;
let dealId: string;

beforeAll(async () => {
  const forum = await anOrganisation({ host: "forum.example" });
  organisationId = forum.id;
  platform = callAs(forum.owner);
  stranger = callAs((await anOrganisation()).owner);
  dealId = (await draftDeal(platform)).id;
});

const b64 = (text: string) => Buffer.from(text).toString("base64");
const send = (
  call: CallContext,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Uint8Array,
) =>
  handleUpload(
    call,
    new Request(`http://localhost:3000${path}`, {
      method,
      headers: { "tus-resumable": "1.0.0", ...headers },
      ...(body === undefined ? {} : { body: new Blob([body as BlobPart]).stream(), duplex: "half" }),
    } as RequestInit),
  );
const open = (call: CallContext, length: number, deal = dealId) =>
  send(call, "POST", "/api/uploads", {
    "upload-length": String(length),
    "upload-metadata": `filename ${b64("posts.csv")},filetype ${b64("text/csv")},dealId ${b64(deal)}`,
  });
const patch = (call: CallContext, path: string, offset: number, body: string | Uint8Array) =>
  send(
    call,
    "PATCH",
    path,
    { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
    body,
  );
const offsetOf = async (call: CallContext, path: string) =>
  Number((await send(call, "HEAD", path, {})).headers.get("upload-offset"));

const CSV =
  "contributor,url,created_at,tokens\nann,https://forum.example/1,1300000000,5\nbob,https://forum.example/2,1300000000,6\n";

async function uploaded(call: CallContext, content = CSV): Promise<string> {
  const opened = await open(call, content.length);
  expect(opened.status).toBe(201);
  const path = opened.headers.get("location") ?? "";
  expect((await patch(call, path, 0, content)).status).toBe(204);
  return path.split("/").at(-1) ?? "";
}

describe("a resumable upload", () => {
  test("goes on where it stopped, and becomes a manifest: first tried, then taken in", async () => {
    const opened = await open(platform, CSV.length);
    const path = opened.headers.get("location") ?? "";
    expect(path).toMatch(/^\/api\/uploads\/upl_/);
    await patch(platform, path, 0, CSV.slice(0, 40));
    expect(await offsetOf(platform, path)).toBe(40);
    expect((await patch(platform, path, 10, "wrong place")).status).toBe(409);
    const uploadId = path.split("/").at(-1) ?? "";
    await expect(inspectUpload(platform, { uploadId })).rejects.toMatchObject({ code: "MANIFEST_STATE" });
    expect((await patch(platform, path, 40, CSV.slice(40))).status).toBe(204);
    expect(await inspectUpload(platform, { uploadId })).toMatchObject({
      fileName: "posts.csv",
      format: "csv",
      columns: ["contributor", "url", "created_at", "tokens"],
      guesses: { contributor: "contributor", tokens: "tokens" },
      sample: [["ann", "https://forum.example/1", "1300000000", "5"], expect.anything()],
    });
    const dry = await manifestFromUpload(platform, { uploadId, mapping: {}, dryRun: true });
    expect(await checkNow(platform, dry.id)).toMatchObject({ dryRun: true, accepted: "2" });
    const real = await manifestFromUpload(platform, { uploadId, mapping: {}, dryRun: false });
    expect(await checkNow(platform, real.id)).toMatchObject({
      dryRun: false,
      accepted: "2",
      fileName: "posts.csv",
      tokens: "11",
    });
    expect((await manifestFromUpload(platform, { uploadId, mapping: {}, dryRun: false })).id).toBe(real.id);
  });

  test("is opened by those who may write manifests of that deal, and touched by nobody but its opener", async () => {
    await expect(open(stranger, 10)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(open(callAs({ kind: "anonymous" }), 10)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    const reader = await anApiKey(platform.actor, { organisationId, preset: "read_only" });
    await expect(open(callAs(reader.actor), 10)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(open(platform, 10, "deal_none")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(open(platform, 0)).rejects.toMatchObject({ code: "MANIFEST_EMPTY" });
    await expect(open(platform, LIMITS.manifestBytesMax + 1)).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const path = (await open(platform, 10)).headers.get("location") ?? "";
    const uploadId = path.split("/").at(-1) ?? "";
    for (const method of ["HEAD", "PATCH", "DELETE"])
      await expect(send(stranger, method, path, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      manifestFromUpload(stranger, { uploadId, mapping: {}, dryRun: false }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(send(platform, "HEAD", "/api/uploads/..%2f..%2fsecret", {})).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await send(platform, "DELETE", path, {})).status).toBe(204);
    await expect(send(platform, "HEAD", path, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("waits where its opener finds it, until it has become a manifest", async () => {
    const call = platform;
    const { id } = await draftDeal(call);
    const path = (await open(call, CSV.length, id)).headers.get("location") ?? "";
    await patch(call, path, 0, CSV.slice(0, 40));
    const list = async () =>
      (await waitingUploads(call, { dealId: id })).items.filter((item) => item.dealId === id);
    expect(await list()).toMatchObject([
      { fileName: "posts.csv", bytesReceived: "40", bytesTotal: String(CSV.length), complete: false },
    ]);
    await patch(call, path, 40, CSV.slice(40));
    expect(await list()).toMatchObject([{ complete: true, bytesReceived: String(CSV.length) }]);
    const uploadId = path.split("/").at(-1) ?? "";
    await manifestFromUpload(call, { uploadId, mapping: {}, dryRun: true });
    expect(await list()).toHaveLength(1);
    await manifestFromUpload(call, { uploadId, mapping: {}, dryRun: false });
    expect(await list()).toEqual([]);
    await expect(waitingUploads(stranger, { dealId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("takes bytes in pieces of any size", async () => {
    const content = randomBytes(300_000);
    const path = (await open(platform, content.length)).headers.get("location") ?? "";
    for (let at = 0; at < content.length; ) {
      const piece = content.subarray(at, at + 77_777);
      await patch(platform, path, at, piece);
      at += piece.length;
    }
    expect(await offsetOf(platform, path)).toBe(content.length);
  });

  test("is swept away some time after its last byte, however long it has been coming in", async () => {
    const id = await uploaded(platform);
    const path = await uploadPath(id);
    const sweepIn = (hours: number) => sweepUploads(new Date(Date.now() + hours * 3_600_000));
    expect(existsSync(path)).toBe(true);
    await sweepUploads(new Date());
    expect(existsSync(path)).toBe(true);
    const lately = new Date(Date.now() + (LIMITS.uploadHours - 1) * 3_600_000);
    await utimes(path, lately, lately);
    await sweepIn(LIMITS.uploadHours + 1);
    expect([existsSync(path), existsSync(`${path}.json`)]).toEqual([true, true]);
    await sweepIn(2 * LIMITS.uploadHours);
    expect([existsSync(path), existsSync(`${path}.json`)]).toEqual([false, false]);
    expect((await db.prisma.upload.findUniqueOrThrow({ where: { id } })).state).toBe("expired");
    await expect(inspectUpload(platform, { uploadId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("an upload is only ever the one that was authorised", () => {
  const pathOf = async (call: CallContext, deal = dealId) =>
    (await open(call, 10, deal)).headers.get("location") ?? "";

  test("whatever else the address names", async () => {
    const other = await anOrganisation();
    const victim = await pathOf(callAs(other.owner), (await draftDeal(callAs(other.owner))).id);
    const mine = await pathOf(platform);
    for (const method of ["PATCH", "HEAD", "DELETE"])
      await expect(
        send(platform, method, `${mine}?x=${victim.slice("/api/uploads".length)}`, {
          "upload-offset": "0",
          "content-type": "application/offset+octet-stream",
        }),
      ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(send(platform, "POST", mine, { "upload-length": "5" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await readFile(await uploadPath(victim.split("/").at(-1) ?? ""), "utf8")).toBe("");
  });

  test("and its answers are for no other site", async () => {
    const mine = await pathOf(platform);
    const answers = [
      await open(platform, 10),
      await send(platform, "HEAD", mine, { origin: "https://elsewhere.example" }),
      await send(platform, "OPTIONS", "/api/uploads", { origin: "https://elsewhere.example" }),
      await patch(platform, mine, 7, "wrong place"),
    ];
    for (const answer of answers)
      expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(answers[2]?.headers.get("tus-extension")).toBe("creation,creation-with-upload,termination");
  });

  test("and waits for another writer, in this process or another", async () => {
    const mine = await pathOf(platform);
    let wanted = 0;
    const release = await holdLock(`upload:${mine.split("/").at(-1)}`, { wanted: () => (wanted += 1) });
    const later = patch(platform, mine, 0, "0123456789");
    await expect.poll(() => wanted).toBeGreaterThan(0);
    await release();
    expect((await later).status).toBe(204);
  });
});

describe("there is room", () => {
  const room = (free: bigint) =>
    diskRoom.mockResolvedValue({ free, total: 10n * BigInt(LIMITS.diskFreeBytesMin) });

  test("on the disk, before and while bytes come", async () => {
    const path = (await open(platform, 200 * 1024 * 1024)).headers.get("location") ?? "";
    room(BigInt(LIMITS.diskFreeBytesMin) + 5n);
    await expect(open(platform, 10)).rejects.toMatchObject({ code: "STORAGE_FULL" });
    await expect(
      send(
        platform,
        "PATCH",
        path,
        {
          "upload-offset": "0",
          "content-type": "application/offset+octet-stream",
          "content-length": "10",
        },
        "0123456789",
      ),
    ).rejects.toMatchObject({ code: "STORAGE_FULL" });
    diskRoom
      .mockReset()
      .mockResolvedValueOnce({ free: 10n * BigInt(LIMITS.diskFreeBytesMin), total: 0n })
      .mockResolvedValue({ free: 0n, total: 0n });
    await expect(patch(platform, path, 0, new Uint8Array(80 * 1024 * 1024))).rejects.toMatchObject({
      code: "STORAGE_FULL",
    });
    diskRoom.mockReset();
    expect(await offsetOf(platform, path)).toBeLessThan(80 * 1024 * 1024);
  });

  test("within what the organisation may keep, which is less before it is verified", async () => {
    const fresh = await anOrganisation({ verified: false });
    const call = callAs(fresh.owner);
    const { id } = await draftDeal(call);
    room(100n * 1000n ** 4n);
    const half = LIMITS.platformBytesMaxUnverified / 2;
    expect((await open(call, half, id)).status).toBe(201);
    const second = (await open(call, half, id)).headers.get("location") ?? "";
    await expect(open(call, 1, id)).rejects.toMatchObject({
      code: "MANIFEST_LIMIT",
      detail: { because: "bytes_kept", max: LIMITS.platformBytesMaxUnverified / 1e9 },
    });
    await send(call, "DELETE", second, {});
    expect((await open(call, 1, id)).status).toBe(201);
  });

  test("for so many uploads, complete ones too until they are a manifest", async () => {
    const { owner } = await anOrganisation();
    const call = callAs(owner);
    const { id } = await draftDeal(call);
    const first = (await open(call, CSV.length, id)).headers.get("location") ?? "";
    await patch(call, first, 0, CSV);
    for (let i = 1; i < LIMITS.uploadsOpenMax; i++) await open(call, 10, id);
    await expect(open(call, 10, id)).rejects.toMatchObject({ detail: { because: "uploads_under_way" } });
    const uploadId = first.split("/").at(-1) ?? "";
    await manifestFromUpload(call, { uploadId, mapping: {}, dryRun: false });
    expect((await open(call, 10, id)).status).toBe(201);
  });

  test("a file has a size that is said beforehand", async () => {
    await expect(
      send(platform, "POST", "/api/uploads", {
        "upload-defer-length": "1",
        "upload-metadata": `dealId ${b64(dealId)}`,
      }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
