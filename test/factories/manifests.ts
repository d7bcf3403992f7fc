import { createReadStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { db } from "@/infra/db/db";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { runJob } from "@/infra/work/job-run";
import { checkManifest } from "@/modules/manifests/check/check-manifest";
import { getManifest, listRejections } from "@/modules/manifests/read/queries";
import { readyManifest } from "@/modules/manifests/read/ready-manifest";
import { type Incoming, receiveManifest } from "@/modules/manifests/receive/receive-manifest";
import type { ManifestView, MappingInput } from "@/modules/manifests/schema";

export type GeneratedManifest = Readonly<{
  path: string;
  rows: number;
  format: "csv" | "csv.gz" | "csv.zst" | "jsonl" | "parquet";
  seed?: number;
  host?: string;
  /** Distinct contributors; two for each hundred rows when left out. */
  contributors?: number;
}>;

/**
 * Writes a manifest of made-up posts: few people wrote most of it, most wrote one thing, one row in twenty is deleted,
 * scores have a long tail. The same seed gives the same rows. Written by DuckDB, so 10^8 rows need no more memory than 10^3.
 */
export async function generateManifest(wanted: GeneratedManifest): Promise<string> {
  const { path, rows, format, seed = 1, host = "forum.example" } = wanted;
  const people = wanted.contributors ?? Math.max(1, Math.floor(rows / 50));
  const dice = (n: number) => `((hash(i * 8 + ${n}, ${seed}) % 1000003) / 1000003.0)`;
  const who = `CAST(floor(${people} * pow(${dice(1)}, 3)) AS BIGINT)`;
  const select = `SELECT 'p' || i AS item_id,
      CASE WHEN ${dice(2)} < 0.05 THEN '[deleted]' ELSE 'writer-' || ${who} END AS contributor,
      'https://${host}/t/' || (i % 997) || '/p' || i || '/' AS permalink,
      1262304000 + CAST(floor(${dice(3)} * 400000000) AS BIGINT) AS created_utc,
      'board-' || (i % 41) AS community,
      CAST(floor(pow(1.0 / (${dice(4)} + 0.00001), 0.9)) AS BIGINT) - 1 AS score,
      CAST(floor(20 + 4000 * pow(${dice(5)}, 4)) AS BIGINT) AS text_chars,
      CAST(floor(5 + 1000 * pow(${dice(5)}, 4)) AS BIGINT) AS text_tokens_est,
      CASE WHEN ${dice(2)} < 0.05 THEN 'deleted' ELSE 'live' END AS status
    FROM range(${rows}) r(i)`;
  const options = {
    csv: "FORMAT csv, HEADER",
    "csv.gz": "FORMAT csv, HEADER, COMPRESSION gzip",
    "csv.zst": "FORMAT csv, HEADER, COMPRESSION zstd",
    jsonl: "FORMAT json",
    parquet: "FORMAT parquet, COMPRESSION zstd",
  }[format];
  await mkdir(dirname(path), { recursive: true });
  await withEngine(async (connection) => {
    await connection.run("SET preserve_insertion_order = true");
    await connection.run(`COPY (${select}) TO ${sqlText(path)} (${options})`);
  });
  return path;
}

type Sent = Readonly<{
  mapping?: MappingInput;
  dryRun?: boolean;
  contentType?: string;
  contentEncoding?: string;
  fileName?: string;
  profile?: string;
}>;

/** Sends bytes, text or a file as the API does; the checks have not run yet. */
export async function sendManifest(
  call: CallContext,
  dealId: string,
  content: string | Uint8Array | { path: string },
  sent: Sent = {},
): ReturnType<typeof receiveManifest> {
  const body =
    typeof content === "object" && "path" in content
      ? (Readable.toWeb(createReadStream(content.path)) as Incoming["body"])
      : new Blob([content as BlobPart]).stream();
  const input = {
    dealId,
    ...(sent.mapping === undefined ? {} : { mapping: JSON.stringify(sent.mapping) }),
    ...(sent.dryRun === undefined ? {} : { dryRun: String(sent.dryRun) }),
    ...(sent.fileName === undefined ? {} : { fileName: sent.fileName }),
    ...(sent.profile === undefined ? {} : { profile: sent.profile }),
  };
  return receiveManifest(call, input, {
    body,
    contentType: sent.contentType ?? "application/octet-stream",
    contentEncoding: sent.contentEncoding ?? null,
    contentLength: null,
    mappingHeader: null,
  });
}

/** Runs the checks of a manifest to their end, as the worker would, and looks at it. */
export async function checkNow(call: CallContext, manifestId: string): Promise<ManifestView> {
  const { jobId } = await db.prisma.manifest.findUniqueOrThrow({ where: { id: manifestId } });
  await runJob(jobId ?? "", checkManifest, true);
  return getManifest({ ...call, idempotencyKey: undefined }, { manifestId });
}

/** Sent and checked. */
export async function aCheckedManifest(
  call: CallContext,
  dealId: string,
  content: string | Uint8Array | { path: string },
  sent: Sent = {},
): Promise<ManifestView> {
  return checkNow(call, (await sendManifest(call, dealId, content, sent)).id);
}

/** "record field:reason" of every fault of a checked manifest. */
export async function faultsOf(call: CallContext, manifest: ManifestView): Promise<string[]> {
  const { items } = await listRejections(call, { manifestId: manifest.id, limit: 100 });
  return items.map((item) => `${item.record} ${item.field}:${item.reason}`);
}

/** These columns (SQL) of the accepted rows, as text, in the order of their lines. */
export async function acceptedCells(manifest: ManifestView, columns: string): Promise<(string | null)[][]> {
  const path = await storage().localPath((await readyManifest(manifest.id)).acceptedKey);
  return withEngine(async (connection) => {
    const found = await connection.runAndReadAll(
      `SELECT ${columns} FROM read_parquet(${sqlText(path)}) ORDER BY line`,
    );
    return found.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  });
}

/** A Parquet file of what a SELECT gives. */
export async function aParquet(select: string): Promise<{ path: string }> {
  const path = await workFile(".parquet");
  await withEngine((connection) => connection.run(`COPY (${select}) TO ${sqlText(path)} (FORMAT parquet)`));
  return { path };
}
