import { createWriteStream } from "node:fs";
import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/infra/db/db";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { env } from "@/infra/env";
import { workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { draftDeal } from "@/test/factories/deals";
import { sendManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { aWorkbook, sheetXml } from "@/test/factories/workbooks";
import { type End, endOfJob, startWorker, type WorkerProcess } from "@/test/factories/worker-process";

// Small files that would fill the disk or the memory, through the worker as it runs in production.
const MB = 1e6;
const WORKER_RSS_MAX = 1500 * MB;
const DOOR_RSS_MAX = 600 * MB; // What a look at the door may add to this process.
const DISK_MAX = 400 * MB;

let worker: WorkerProcess;
let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
  worker = startWorker({ REMIT_ENGINE_MEMORY_MB: "512" });
});
afterAll(() => worker.kill());

const newDeal = async () => (await draftDeal(platform)).id;

async function bytesIn(dir: string): Promise<number> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const sizes = entries.map((entry) =>
    entry.isDirectory()
      ? bytesIn(join(dir, entry.name))
      : stat(join(dir, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The most that worker, this process and the data folder took while `work` ran. */
async function measured<T>(work: () => Promise<T>) {
  const before = { door: process.memoryUsage().rss, disk: await bytesIn(env().REMIT_DATA_DIR) };
  const most = { worker: 0, door: 0, disk: 0 };
  const look = async () => {
    most.worker = Math.max(most.worker, await worker.memory());
    most.door = Math.max(most.door, process.memoryUsage().rss - before.door);
    most.disk = Math.max(most.disk, (await bytesIn(env().REMIT_DATA_DIR)) - before.disk);
  };
  const timer = setInterval(() => void look(), 100);
  try {
    const value = await work();
    await look();
    return { value, most };
  } finally {
    clearInterval(timer);
  }
}

/** How the file ends: refused at the door, or as its job ends. */
async function endOf(path: string): Promise<End> {
  const said = (error: unknown): End => {
    const { code, detail } = error as { code: string; detail?: { because?: string } };
    return { state: "refused", code, because: detail?.because ?? "" };
  };
  const sent = await sendManifest(platform, await newDeal(), { path }).catch(said);
  if ("state" in sent) return sent;
  return endOfJob(sent.jobId);
}

const HEADER = "contributor,url,created_at,tokens,title\n";
const CELLS = ["contributor", "url", "created_at", "tokens", "title"];

/** A gzip file of a text that is written without ever being held. */
async function packed(pieces: Iterable<string>): Promise<string> {
  const path = await workFile(".gz");
  await pipeline(Readable.from(pieces), createGzip(), createWriteStream(path));
  return path;
}
function* repeated(head: string, piece: string, times: number) {
  yield head;
  for (let i = 0; i < times; i += 1) yield piece;
}
const kept = async (ending: string, content: string | Uint8Array) => {
  const path = await workFile(ending);
  await writeFile(path, content);
  return path;
};
async function copied(select: string, options: string): Promise<string> {
  const path = await workFile(".file");
  await withEngine((connection) => connection.run(`COPY (${select}) TO ${sqlText(path)} (${options})`));
  return path;
}
const ROW = "'ann' AS contributor, 'https://forum.example/1' AS url, 1300000000 AS created_at, 5 AS tokens";
/** So many cells that all name one long text. */
const named = (rows: number) =>
  aWorkbook({
    sheets: [
      {
        xml: sheetXml([
          CELLS,
          ...Array.from({ length: rows }, () => Array.from({ length: 5 }, () => '<c t="s"><v>0</v></c>')),
        ]),
      },
    ],
    texts: `<si><t>${"x".repeat(32_000)}</t></si>`,
  });

const refused = (because: string, code = "MANIFEST_LIMIT"): End => ({ state: "refused", code, because });
const failed = (because: string, code = "MANIFEST_LIMIT"): End => ({ state: "failed", code, because });
const checked: End = { state: "succeeded", code: "", because: "" };

const BOMBS: readonly (readonly [name: string, make: () => Promise<string>, end: End])[] = [
  [
    "200 MB of empty lines, in gzip",
    () => packed(repeated(HEADER, "\n".repeat(1e6), 200)),
    failed("unpacks_hollow"),
  ],
  [
    "200 MB of one row, in gzip",
    () => packed(repeated(HEADER, "ann,https://forum.example/1,1300000000,5,t\n".repeat(25_000), 200)),
    failed("unpacks_hollow"),
  ],
  [
    "200 MB of one line, in gzip",
    () => packed(repeated(HEADER, "x".repeat(1e6), 200)),
    failed("unpacks_hollow"),
  ],
  [
    "200 MB of an open quote, in gzip",
    () => packed(repeated(`${HEADER}"`, "x\n".repeat(5e5), 200)),
    failed("unpacks_hollow"),
  ],
  [
    "300 MB of one row, in Zstandard",
    () => copied(`SELECT ${ROW} FROM range(7000000)`, "FORMAT csv, HEADER, COMPRESSION zstd"),
    failed("unpacks_hollow"),
  ],
  [
    "20 million equal rows, in Parquet",
    () =>
      copied(
        `SELECT ${ROW} FROM range(20000000)`,
        "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20000000",
      ),
    refused("rows_hollow"),
  ],
  [
    "cells of 100 MB, in Parquet",
    () =>
      copied(
        `SELECT ${ROW}, repeat('x', 100000000) AS title FROM range(4)`,
        "FORMAT parquet, COMPRESSION zstd",
      ),
    refused("cells_too_large"),
  ],
  [
    "a sheet of 50 MB of blanks",
    async () => kept(".xlsx", aWorkbook({ sheets: [{ xml: `<sheetData/>${" ".repeat(5e7)}` }] })),
    refused("unpacks_hollow"),
  ],
  [
    "300,000 cells that name one text of 32 kB",
    async () => kept(".xlsx", named(60_000)),
    failed("unpacks_hollow"),
  ],
  [
    "a sheet with 16,384 columns",
    async () =>
      kept(
        ".xlsx",
        aWorkbook({ sheets: [{ xml: sheetXml([Array.from({ length: 16_384 }, (_, i) => `c${i}`)]) }] }),
      ),
    refused("too_many_columns"),
  ],
  [
    "a row of XML without an end",
    async () =>
      kept(
        ".xlsx",
        aWorkbook({
          sheets: [
            {
              xml: `<sheetData><row r="1"><c t="inlineStr"><is><t>${"x".repeat(15e6)}</t></is></c></row></sheetData>`,
            },
          ],
        }),
      ),
    refused("workbook_damaged", "MANIFEST_FORMAT"),
  ],
  [
    "JSON that nests 400,000 deep",
    async () =>
      kept(
        ".jsonl",
        `${JSON.stringify({ contributor: "ann", url: "https://forum.example/1", created_at: 1, tokens: 1 })}\n{"contributor":${"[".repeat(4e5)}${"]".repeat(4e5)}}\n`.repeat(
          40,
        ),
      ),
    checked,
  ],
  [
    "cells of 900 kB, in JSON",
    async () => {
      const row = {
        contributor: "ann",
        url: "https://forum.example/1",
        created_at: 1,
        tokens: 1,
        title: "t",
      };
      const large = JSON.stringify({ ...row, title: "t".repeat(9e5) });
      return kept(".jsonl", `${JSON.stringify(row)}\n${`${large}\n`.repeat(60)}`);
    },
    failed("needs_too_much_memory", "MANIFEST_LIMIT"),
  ],
];

describe("a small file that would fill the disk or the memory", () => {
  test.each(BOMBS)("%s", async (name, make, expected) => {
    const path = await make();
    const { size } = await stat(path);
    const started = Date.now();
    const { value, most } = await measured(() => endOf(path));
    const mb = (bytes: number) => `${Math.round(bytes / MB)} MB`;
    const took = `${((Date.now() - started) / 1000).toFixed(1)} s`;
    process.stdout.write(
      `${name}: ${Math.round(size / 1000)} kB, ${value.state} ${value.code} ${value.because}, ${took}; worker ${mb(most.worker)}, door +${mb(most.door)}, disk +${mb(most.disk)}\n`,
    );
    expect(value).toEqual(expected);
    expect(most.worker).toBeLessThan(WORKER_RSS_MAX);
    expect(most.door).toBeLessThan(DOOR_RSS_MAX);
    expect(most.disk).toBeLessThan(DISK_MAX);
  });

  test("nothing of them is left in the work folder", async () => {
    const left = (await readdir(join(env().REMIT_DATA_DIR, "work"))).filter((name) =>
      name.startsWith("manifest-"),
    );
    const running = await db.prisma.jobRun.count({ where: { state: { in: ["queued", "running"] } } });
    expect({ left, running }).toEqual({ left: [], running: 0 });
  });
});
