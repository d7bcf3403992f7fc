/**
 * Accepted rows per second of a manifest's checks, compared with DuckDB's bare read of the same file on the same machine.
 * `npm run bench bench/ingest.ts [rows …]`; 1,000,000 by default. Uses a scratch folder only.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const scratch = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "remit-ingest-"));
Object.assign(process.env, {
  DATABASE_URL: process.env.DATABASE_URL ?? "postgres://unused",
  REMIT_SECRET: "bench-secret-bench-secret-bench-secret",
  REMIT_DATA_DIR: scratch,
});

const { sqlText, withEngine } = await import("@/infra/engine/engine");
const { resolveMapping } = await import("@/modules/manifests/domain/fields");
const { inspectFile } = await import("@/modules/manifests/engine/look/inspect");
const { runChecks } = await import("@/modules/manifests/engine/checks/run-checks");
const { splitText } = await import("@/modules/manifests/engine/unpack/split");
const { generateManifest } = await import("@/test/factories/manifests");

type Line = {
  rows: number;
  format: string;
  bytes: number;
  bare: number;
  ingest: number;
  accepted: bigint;
  phases: string;
};

/** The floor: every column of the file read by DuckDB itself, guessing nothing, checking nothing, keeping nothing. */
async function bareRead(path: string, format: string): Promise<number> {
  const from =
    format === "parquet"
      ? `read_parquet(${sqlText(path)})`
      : format === "jsonl"
        ? `read_json(${sqlText(path)}, format = 'newline_delimited')`
        : `read_csv(${sqlText(path)})`;
  return withEngine(async (connection) => {
    const start = performance.now();
    // A digest of all columns forces every value to be decoded.
    await connection.runAndReadAll(`SELECT bit_xor(hash(COLUMNS(*))) FROM ${from}`);
    return (performance.now() - start) / 1000;
  });
}

async function ingest(path: string): Promise<{ seconds: number; accepted: bigint; phases: string }> {
  const dir = join(scratch, "run");
  rmSync(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  const start = performance.now();
  const laps: string[] = [];
  const lap = (name: string, from: number) =>
    laps.push(`${name} ${((performance.now() - from) / 1000).toFixed(1)}`);
  const inspection = await inspectFile(path, {});
  const mapping = resolveMapping({}, inspection.columns, inspection.format === "jsonl");
  const split =
    inspection.format === "parquet"
      ? null
      : await splitText({ path, dir, attempt: 1, inspection, onProgress: async () => {} });
  lap("split", start);
  const checked = await runChecks({
    ...{ path, dir, inspection, split },
    attempt: 1,
    context: {
      mapping,
      host: "forum.example",
      reading: { rule: "insensitive", host: "forum.example", namesAreHosts: false, profileTemplate: null },
      at: new Date(),
    },
    phase: async (name, work) => {
      const from = performance.now();
      const value = await work();
      lap(name, from);
      return value;
    },
    onProgress: async () => {},
  });
  return { seconds: (performance.now() - start) / 1000, accepted: checked.accepted, phases: laps.join(", ") };
}

async function measure(rows: number, format: "csv" | "csv.gz" | "jsonl" | "parquet"): Promise<Line> {
  const path = await generateManifest({ path: join(scratch, `m.${format}`), rows, format });
  const { size } = await stat(path);
  const bare = await bareRead(path, format);
  const { seconds, accepted, phases } = await ingest(path);
  rmSync(path);
  return { rows, format, bytes: size, bare, ingest: seconds, accepted, phases };
}

const perSecond = (rows: number, seconds: number) => Math.round(rows / seconds).toLocaleString("en");

try {
  await mkdir(join(scratch, "work", "engine"), { recursive: true });
  const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
  console.log(
    "rows        format    MB      bare read   bare rows/s   ingest      accepted/s    ratio   phases (s)",
  );
  for (const rows of sizes.length > 0 ? sizes : [1_000_000]) {
    for (const format of ["csv", "csv.gz", "jsonl", "parquet"] as const) {
      const line = await measure(rows, format);
      console.log(
        [
          rows.toLocaleString("en").padEnd(12),
          format.padEnd(10),
          (line.bytes / 1e6).toFixed(0).padEnd(8),
          `${line.bare.toFixed(2)} s`.padEnd(12),
          perSecond(rows, line.bare).padEnd(14),
          `${line.ingest.toFixed(2)} s`.padEnd(12),
          perSecond(Number(line.accepted), line.ingest).padEnd(14),
          `${(line.ingest / line.bare).toFixed(1)} x`.padEnd(8),
          line.phases,
        ].join(""),
      );
    }
  }
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
