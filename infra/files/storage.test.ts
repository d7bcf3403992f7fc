import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeS3, startFakeS3 } from "@/test/fakes/s3";
import { forgetEnv } from "../env";
import { logger } from "../logger";
import { evictOld } from "./file-cache";
import { folderStorage, type Storage } from "./storage-folder";
import { s3Storage } from "./storage-s3";

logger.level = "silent"; // retries are logged

let root: string;
let s3: FakeS3;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "remit-storage-"));
  Object.assign(process.env, {
    DATABASE_URL: "postgres://none",
    REMIT_SECRET: "s".repeat(32),
    REMIT_DATA_DIR: root,
  });
  forgetEnv();
  s3 = await startFakeS3();
});
afterEach(async () => {
  await s3.close();
  rmSync(root, { recursive: true, force: true });
  forgetEnv();
});

const bucket = (cache = "cache", cacheBytesMax?: number): Storage =>
  s3Storage({
    ...(cacheBytesMax === undefined ? {} : { cacheBytesMax }),
    bucket: "remit",
    endpoint: s3.endpoint,
    region: "us-east-1",
    accessKeyId: "k",
    secretAccessKey: "s",
    cacheDir: join(root, cache),
    partBytes: 5 * 1024 * 1024,
    pauses: [1, 1, 1],
  });
const keyOf = (content: Buffer) => `manifests/ab/${createHash("sha256").update(content).digest("hex")}`;
async function file(content: Buffer): Promise<string> {
  const path = join(root, randomBytes(6).toString("hex"));
  await writeFile(path, content);
  return path;
}

describe.each([
  ["a folder", () => folderStorage(join(root, "storage"))],
  ["a bucket", () => bucket()],
])("%s", (_, make) => {
  test("keeps a file, gives it back whole or in part, knows its size, forgets it", async () => {
    const store = make();
    expect(await store.size("a/b")).toBeNull();
    await store.putFile("a/b", await file(Buffer.from("hello world")));
    expect(await store.size("a/b")).toBe(11);
    expect(await text(await store.read("a/b"))).toBe("hello world");
    expect(await text(await store.read("a/b", { start: 6, end: 8 }))).toBe("wor");
    expect(await readFile(await store.localPath("a/b"), "utf8")).toBe("hello world");
    await store.put("c", Readable.from(["one ", "two"]));
    expect(await text(await store.read("c"))).toBe("one two");
    await store.remove("a/b");
    expect(await store.size("a/b")).toBeNull();
  });

  test("lists what is below a folder, and when it was stored", async () => {
    const store = make();
    for (const key of ["m/a/1", "m/a/2", "m/b/3", "n/4"])
      await store.putFile(key, await file(Buffer.from(key)));
    const found = [];
    for await (const one of store.list("m/")) found.push(one);
    expect(found.map(({ key }) => key).sort()).toEqual(["m/a/1", "m/a/2", "m/b/3"]);
    expect(found.every(({ at }) => at instanceof Date)).toBe(true);
    for await (const one of store.list("none/")) throw new Error(`there is no ${one.key}`);
  });

  test("a key never leaves its place", async () => {
    await expect(make().localPath("../../etc/passwd")).rejects.toThrow(/leaves its folder/);
  });
});

describe("a bucket", () => {
  test("looks after its cache when something is stored, not only when something is fetched", async () => {
    const longUnused = join(root, "cache", "long-unused");
    await mkdir(join(root, "cache"));
    await writeFile(longUnused, Buffer.alloc(100));
    await utimes(longUnused, new Date("2026-01-01"), new Date("2026-01-01"));
    await bucket("cache", 50).putFile("a/b", await file(Buffer.from("hello")));
    expect(existsSync(longUnused)).toBe(false);
  });

  test("gets large files in parts, and the same file only once", async () => {
    const content = randomBytes(12 * 1024 * 1024);
    await bucket().putFile(keyOf(content), await file(content));
    expect(s3.objects.get(keyOf(content))?.equals(content)).toBe(true);
    expect(s3.requests.filter((line) => line.includes("partNumber"))).toHaveLength(3);
    const before = s3.requests.length;
    await bucket().putFile(keyOf(content), await file(content));
    expect(s3.requests.slice(before).map((line) => line.split(" ")[0])).toEqual(["HEAD"]);
  });

  test("is asked once for a file that is needed locally", async () => {
    const content = randomBytes(5000);
    await bucket("one").putFile(keyOf(content), await file(content));
    const fresh = bucket("two");
    const path = await fresh.localPath(keyOf(content));
    expect((await readFile(path)).equals(content)).toBe(true);
    const before = s3.requests.length;
    expect(await fresh.localPath(keyOf(content))).toBe(path);
    expect(s3.requests).toHaveLength(before);
  });

  test.each(["server_error", "drop_connection", "cut_body", "flip_byte"] as const)(
    "that answers with %s is asked again",
    async (how) => {
      const content = randomBytes(300_000);
      await bucket("one").putFile(keyOf(content), await file(content));
      s3.misbehave({ method: "GET", key: keyOf(content), times: 2, how });
      const path = await bucket("two").localPath(keyOf(content));
      expect((await readFile(path)).equals(content)).toBe(true);
    },
  );

  test.each(["flip_byte", "short_body"] as const)(
    "that goes on with %s never fills the cache",
    async (how) => {
      const content = randomBytes(1000);
      await bucket("one").putFile(keyOf(content), await file(content));
      s3.misbehave({ method: "GET", key: keyOf(content), times: 99, how });
      await expect(bucket("two").localPath(keyOf(content))).rejects.toThrow(/other bytes/);
      expect(existsSync(join(root, "two", keyOf(content)))).toBe(false);
    },
  );

  test("that says yes and keeps half is found out, and sent to again", async () => {
    const content = randomBytes(1000);
    s3.misbehave({ method: "PUT", key: keyOf(content), times: 1, how: "lose_half" });
    await bucket().putFile(keyOf(content), await file(content));
    expect(s3.objects.get(keyOf(content))?.equals(content)).toBe(true);
    const other = randomBytes(1000);
    s3.misbehave({ method: "PUT", key: keyOf(other), times: 99, how: "lose_half" });
    await expect(bucket().putFile(keyOf(other), await file(other))).rejects.toThrow(/kept 500 of 1000/);
  });

  test("a part that fails is sent again", async () => {
    const content = randomBytes(11 * 1024 * 1024);
    s3.misbehave({ method: "PUT", key: keyOf(content), times: 2, how: "server_error" });
    await bucket().putFile(keyOf(content), await file(content));
    expect(s3.objects.get(keyOf(content))?.equals(content)).toBe(true);
  });
});

describe("the cache", () => {
  test("lets go of what was not used longest, never of what was used just now", async () => {
    const [old, older, recent] = [join(root, "old"), join(root, "older"), join(root, "recent")];
    for (const path of [old, older, recent]) await writeFile(path, Buffer.alloc(100));
    await utimes(old, new Date("2026-01-02"), new Date("2026-01-02"));
    await utimes(older, new Date("2026-01-01"), new Date("2026-01-01"));
    expect(await evictOld(root, { bytesMax: 200 })).toBe(1);
    expect([existsSync(old), existsSync(older), existsSync(recent)]).toEqual([true, false, true]);
    expect(await evictOld(root, { bytesMax: 0 })).toBe(1);
    expect(existsSync(recent)).toBe(true);
  });
});
