import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/infra/db/db";
import * as disk from "@/infra/files/disk";
import { storage, workDir } from "@/infra/files/storage";
import { webStream } from "@/infra/files/web-stream";
import type { CallContext } from "@/infra/verb/command";
import { LIMITS } from "@/kernel/limits";
import { draftDeal } from "@/test/factories/deals";
import { aCheckedManifest, sendManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { fileKey } from "../domain/manifest";
import { sha256Text } from "../receive/digest";
import { receiveManifest } from "../receive/receive-manifest";
import { sweepFiles } from "./sweep-files";

const diskRoom = vi.spyOn(disk, "diskRoom");

let platform: CallContext;

beforeAll(async () => {
  const forum = await anOrganisation({ host: "forum.example" });

  platform = callAs(forum.owner);
});

let number = 0;
function csv(): string {
  number += 1;
  return `contributor,url,created_at,tokens\nann,https://forum.example/${number},1300000000,5\nbob,https://forum.example/x,bad,6\n`;
}
const newDeal = async () => (await draftDeal(platform)).id;
const kept = (content: string, dryRun: boolean) => storage().size(fileKey(sha256Text(content), dryRun));
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

describe("bytes that nobody needs are not kept", () => {
  test("of a dry run that was made before", async () => {
    const content = csv();
    const dealId = await newDeal();
    const first = await aCheckedManifest(platform, dealId, content, { dryRun: true });
    expect((await sendManifest(platform, dealId, content, { dryRun: true })).id).toBe(first.id);
    expect(await kept(content, true)).toBeNull();
  });

  test("of a manifest whose record is refused, unless another has the same", async () => {
    const mine = csv();
    const shared = csv();
    const fresh = await anOrganisation({ verified: false });
    const call = callAs(fresh.owner);
    const { id } = await draftDeal(call);
    await aCheckedManifest(platform, await newDeal(), shared);
    const first = await sendManifest(call, id, csv());
    const full = { bytes: BigInt(LIMITS.platformBytesMaxUnverified) - 200n };
    await db.prisma.manifest.update({ where: { id: first.id }, data: full });
    // Both concurrent requests are let in; the second one finds at its record that no room is left.
    const refusals = await Promise.allSettled([sendManifest(call, id, mine), sendManifest(call, id, shared)]);
    expect(refusals.filter(({ status }) => status === "rejected")).toHaveLength(1);
    await db.prisma.manifest.update({
      where: { id: first.id },
      data: { bytes: BigInt(LIMITS.platformBytesMaxUnverified) },
    });
    const more = csv();
    await expect(sendManifest(call, id, more)).rejects.toMatchObject({ code: "MANIFEST_LIMIT" });
    expect(await kept(more, false)).toBeNull();
    expect(await kept(shared, false)).not.toBeNull();
  });

  test("and a member who is removed while their file arrives records nothing", async () => {
    const dealId = await newDeal();
    const stranger = (await anOrganisation()).owner;
    const send = (body: Readable, looks: number) => {
      let asked = 0;
      return receiveManifest(
        platform,
        { dealId },
        {
          ...{ contentType: "text/csv", contentEncoding: null, contentLength: null, mappingHeader: null },
          body: webStream(body),
          sender: async () => (++asked > looks ? stranger : platform.actor),
        },
      );
    };
    const pieces = Array.from({ length: 70 }, () => Buffer.alloc(1024 * 1024, "a"));
    await expect(send(Readable.from(pieces), 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const content = csv(); // Short enough for one look: the other is before it is recorded.
    await expect(send(Readable.from([Buffer.from(content)]), 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await kept(content, false)).toBeNull();
    expect(await db.prisma.manifest.count({ where: { dealId } })).toBe(0);
    expect(await send(Readable.from([Buffer.from(content)]), 2)).toHaveProperty("id");
  });

  test("and a full disk is said before and while bytes come", async () => {
    const dealId = await newDeal();
    const send = (body: Readable, contentLength: string | null = null) =>
      receiveManifest(
        platform,
        { dealId },
        {
          ...{ contentType: "text/csv", contentEncoding: null, contentLength, mappingHeader: null },
          body: webStream(body),
        },
      );
    diskRoom.mockResolvedValue({ free: BigInt(LIMITS.diskFreeBytesMin) + 10n, total: 0n });
    await expect(send(Readable.from([Buffer.from(csv())]), "1000")).rejects.toMatchObject({
      code: "STORAGE_FULL",
    });
    diskRoom.mockReset().mockResolvedValueOnce({ free: 10n * BigInt(LIMITS.diskFreeBytesMin), total: 0n });
    diskRoom.mockResolvedValue({ free: 0n, total: 0n });
    const pieces = Array.from({ length: 70 }, () => Buffer.alloc(1024 * 1024));
    await expect(send(Readable.from(pieces))).rejects.toMatchObject({ code: "STORAGE_FULL" });
    diskRoom.mockReset();
    const left = await readdir(join(process.env.REMIT_DATA_DIR ?? "", "work"));
    expect(left.filter((name) => name.endsWith(".incoming"))).toEqual([]);
  });
});

describe("the sweep", () => {
  test("deletes files that no manifest names and leaves the others, of all organisations", async () => {
    const shared = csv();
    const one = await aCheckedManifest(platform, await newDeal(), shared);
    await aCheckedManifest(platform, await newDeal(), shared);
    const waiting = csv();
    await sendManifest(platform, await newDeal(), waiting, { dryRun: true });
    const lost = [
      "manifests/ab/lost.parquet",
      "dry-runs/ab/half.part",
      fileKey(sha256Text("x")),
      fileKey(sha256Text("y"), true),
    ];
    for (const key of lost) await storage().put(key, Readable.from(["x"]));
    expect(await sweepFiles(inHours(LIMITS.leftFileHours - 1))).toBe(0);
    expect(await sweepFiles(inHours(LIMITS.leftFileHours + 1))).toBe(lost.length);
    for (const key of lost) expect(await storage().size(key)).toBeNull();
    const { acceptedKey, rejectedKey } = await db.prisma.manifest.findUniqueOrThrow({
      where: { id: one.id },
    });
    for (const key of [acceptedKey, rejectedKey, fileKey(one.sha256)])
      expect(await storage().size(key ?? "")).not.toBeNull();
    expect(await kept(waiting, true)).not.toBeNull();
  });

  test("takes work nobody is at, and leaves what is being written or has a job to come", async () => {
    const work = join(process.env.REMIT_DATA_DIR ?? "", "work");
    const queued = await sendManifest(platform, await newDeal(), csv());
    const over = await aCheckedManifest(platform, await newDeal(), csv());
    const folders = [`manifest-${queued.id}`, `manifest-${over.id}`];
    for (const folder of folders) await workDir(folder);
    mkdirSync(join(work, "engine"), { recursive: true });
    mkdirSync(join(work, "0f0f0f0f-1.clearance"));
    for (const name of ["0f0f0f0f-2.incoming", "0f0f0f0f-1.clearance/part"])
      writeFileSync(join(work, name), "x");
    const lately = inHours(LIMITS.leftFileHours);
    await utimes(join(work, "0f0f0f0f-1.clearance/part"), lately, lately);
    await sweepFiles(inHours(LIMITS.leftFileHours + 1));
    expect((await readdir(work)).sort()).toEqual(
      ["0f0f0f0f-1.clearance", "engine", `manifest-${queued.id}`].sort(),
    );
    expect(existsSync(join(work, "0f0f0f0f-1.clearance/part"))).toBe(true);
  });
});
