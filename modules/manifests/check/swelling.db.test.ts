import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/infra/db/db";
import { sqlText, withEngine } from "@/infra/engine/engine";
import * as disk from "@/infra/files/disk";
import { workDir, workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { runJob } from "@/infra/work/job-run";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { draftDeal } from "@/test/factories/deals";
import { aFolder } from "@/test/factories/folder";
import { aCheckedManifest, checkNow, generateManifest, sendManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { resolveMapping } from "../domain/fields";
import { runChecks } from "../engine/checks/run-checks";
import { inspectFile } from "../engine/look/inspect";
import { splitText } from "../engine/unpack/split";
import { checkManifest } from "./check-manifest";

const diskRoom = vi.spyOn(disk, "diskRoom");
afterEach(() => void diskRoom.mockReset());

let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
});
const newDeal = async () => (await draftDeal(platform)).id;
const room = (free: number) => diskRoom.mockResolvedValue({ free: BigInt(free), total: 10n ** 12n });

/** A Parquet file of what a statement selects. */
async function parquet(select: string, path?: string): Promise<string> {
  const file = path ?? (await workFile(".parquet"));
  await withEngine((connection) =>
    connection.run(
      `COPY (${select}) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000000)`,
    ),
  );
  return file;
}
const ROW = "'ann' AS contributor, 'https://forum.example/1' AS url, 1300000000 AS created_at, 5 AS tokens";

describe("a small file that would become a large one", () => {
  test("equal rows without end, in Parquet, are refused at the door", async () => {
    const path = await parquet(`SELECT ${ROW} FROM range(${LIMITS.parquetRowsAlways + 1})`);
    await expect(sendManifest(platform, await newDeal(), { path })).rejects.toMatchObject({
      code: "MANIFEST_LIMIT",
      detail: { because: "rows_hollow" },
    });
  });

  test("cells of megabytes, in Parquet, are refused at the door, and nothing of them is shown", async () => {
    const path = await parquet(`SELECT ${ROW}, repeat('x', 3000000) || (i % 2) AS title FROM range(4) r(i)`);
    const refusal = await inspectFile(path, {}).catch((error: unknown) => error as DomainError);
    expect(refusal).toMatchObject({
      code: "MANIFEST_LIMIT",
      detail: { because: "cells_too_large", column: "title" },
    });
    expect((refusal as DomainError).message.length).toBeLessThan(300);
  });

  test("a long cell among short ones is cut in the sample, and rejects its row with a name", async () => {
    const long = `SELECT * REPLACE (repeat('t', 2001) AS title) FROM (SELECT ${ROW}, 'x' AS title)`;
    const path = await parquet(
      `${long} UNION ALL SELECT 'bob', 'https://forum.example/' || i, 1300000000, 5, repeat('t', 2000) FROM range(2, 400) r(i)`,
    );
    const { sample } = await inspectFile(path, {});
    expect(Math.max(...sample.flat().map((cell) => cell.length))).toBe(300);
    expect(await aCheckedManifest(platform, await newDeal(), { path })).toMatchObject({
      accepted: "398",
      rejected: "1",
      reasons: { field_too_long: "1" },
    });
  });

  test("what is packed becomes no more than its organisation may keep", async () => {
    const dir = aFolder();
    const path = await generateManifest({ path: join(dir, "m.csv"), rows: 3000, format: "csv" });
    const inspection = await inspectFile(path, {});
    const split = splitText({
      ...{ path, dir, attempt: 1, inspection },
      limits: { bytesMax: 100_000, ratioMax: 200 },
      onProgress: async () => {},
    });
    await expect(split).rejects.toMatchObject({
      code: "MANIFEST_LIMIT",
      detail: { because: "unpacks_too_large", max: 100_000 },
    });
    expect(await readdir(dir)).toEqual(["m.csv"]);
  });

  test("a file of empty lines writes no more than its limit allows", async () => {
    const dir = aFolder();
    const path = await workFile(".csv.gz");
    await writeFile(path, gzipSync(`contributor,url,created_at,tokens\n${"\n".repeat(90_000)}`));
    const inspection = await inspectFile(path, {});
    const split = (bytesMax: number, folder: string) =>
      splitText({
        ...{ path, dir: folder, attempt: 1, inspection },
        limits: { bytesMax, ratioMax: 10_000 },
        onProgress: async () => {},
      });
    await expect(split(100_000, dir)).rejects.toMatchObject({ detail: { because: "unpacks_too_large" } });
    expect(await readdir(dir)).toEqual([]);
    expect(await split(10_000_000, aFolder())).toMatchObject({ received: 90_000, faulty: 90_000 });
  });
});

test("a small file of empty lines meets the end of the disk before it has filled it", async () => {
  const dir = aFolder();
  const path = await workFile(".csv.gz");
  // Little more than a megabyte of lines, each a note of some sixty bytes: more than is written between two looks.
  await writeFile(path, gzipSync(`contributor,url,created_at,tokens\n${"\n".repeat(1_300_000)}`));
  const inspection = await inspectFile(path, {});
  diskRoom.mockResolvedValueOnce({ free: BigInt(LIMITS.diskFreeBytesMin) + 50_000_000n, total: 10n ** 12n });
  room(LIMITS.diskFreeBytesMin - 1);
  const split = splitText({
    ...{ path, dir, attempt: 1, inspection },
    limits: { bytesMax: 10 ** 9, ratioMax: 1_000_000 },
    onProgress: async () => {},
  });
  await expect(split).rejects.toMatchObject({ code: "STORAGE_FULL" });
  expect(await readdir(dir)).toEqual([]);
});

describe("a disk that is nearly full", () => {
  test.each([
    ["while rows are cut", "csv" as const],
    ["while rows are checked", "parquet" as const],
  ])("%s, is a refusal with a name that ends the job, and leaves nothing", async (_, format) => {
    const path = await generateManifest({ path: await workFile(`.${format}`), rows: 20_000, format });
    const { id, jobId } = await sendManifest(platform, await newDeal(), { path });
    room(LIMITS.diskFreeBytesMin - 1);
    await runJob(jobId, checkManifest, false); // Not its last attempt: an error would be tried again.
    diskRoom.mockReset();
    expect(await db.prisma.jobRun.findUnique({ where: { id: jobId } })).toMatchObject({
      state: "failed",
      attempts: 1,
      error: { code: "STORAGE_FULL" },
    });
    expect(
      existsSync(await workDir(`manifest-${id}`)) && (await readdir(await workDir(`manifest-${id}`))),
    ).toEqual([]);
    // Once there is room, the same job is started again and ends well.
    await db.prisma.jobRun.update({ where: { id: jobId }, data: { state: "queued" } });
    expect(await checkNow(platform, id)).toMatchObject({ state: "ready" });
  });
});

const reading = {
  rule: "insensitive",
  host: "forum.example",
  namesAreHosts: false,
  profileTemplate: null,
} as const;

test("a check that is cancelled leaves no file", async () => {
  const dir = aFolder();
  const path = await generateManifest({ path: join(dir, "m.parquet"), rows: 2000, format: "parquet" });
  const inspection = await inspectFile(path, {});
  const mapping = resolveMapping({}, inspection.columns);
  for (const phase of ["check", "duplicates", "store"]) {
    const run = runChecks({
      ...{ path, dir, attempt: 1, inspection, split: null },
      context: { mapping, host: "forum.example", reading, at: new Date() },
      phase: async (name, work) => {
        const done = await work();
        if (name === phase) throw new DomainError("JOB_CANCELLED", "Someone cancelled this.");
        return done;
      },
      onProgress: async () => {},
    });
    await expect(run).rejects.toMatchObject({ code: "JOB_CANCELLED" });
    expect(await readdir(dir)).toEqual(["m.parquet"]);
  }
});
