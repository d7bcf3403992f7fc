import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows, type Cell, sqlText } from "@/infra/engine/engine";
import { assert } from "@/kernel/assert";
import { grouped } from "@/kernel/grouped";
import { divideByWeight } from "../../domain/largest-remainder";
import { divideWork } from "../../domain/splits";
import { admittedSql, type Boundary, type ClearingRules } from "../clear-floors";
import { rowsOf } from "../read";

type Line = Readonly<{
  contributor: string;
  line: string;
  workId: string | null;
  weight: bigint;
  minor: bigint;
}>;
type Author = Readonly<{ personId: string; shareBps: number }>;

/**
 * Table `split`: what shared works earned, author by author. A contributor's share is divided over their lines by weight
 * (largest remainder), and each shared work's part over its authors. Only contributors with shared works are looked at.
 */
export async function splitWorks(
  connection: DuckDBConnection,
  rules: ClearingRules,
  from: { boundary: Boundary | null; sharedWorks: string },
): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE split (contributor VARCHAR, work_id VARCHAR, person_id VARCHAR,
    share_bps INTEGER, work_minor BIGINT, minor BIGINT)`);
  const shared = await rowsOf(connection, "SELECT 1 AS one FROM line WHERE work_id IS NOT NULL LIMIT 1");
  if (shared.length === 0) return; // The usual case: no join of all lines with all shares.
  const lines = await sharedLines(connection, rules, from.boundary);
  if (lines.size === 0) return;
  const authors = await authorsOf(connection, from.sharedWorks);
  await appendRows(connection, "split", partsOf(lines.values(), authors));
}

/** Rows of `split`: each shared work's portion of a contributor's share, divided among its authors. */
function* partsOf(
  lines: Iterable<readonly Line[]>,
  authors: ReadonlyMap<string, readonly Author[]>,
): Generator<readonly Cell[]> {
  for (const own of lines) {
    const portions = divideByWeight(
      own[0]?.minor ?? 0n,
      own.map((line) => ({ key: line.line.padStart(9, "0"), weight: line.weight })),
    );
    for (const [i, { contributor, workId }] of own.entries()) {
      const workMinor = portions[i]?.minor ?? 0n;
      if (workId === null || workMinor === 0n) continue;
      const sharing = authors.get(workId);
      // Without it the whole would go to one of the authors.
      assert(sharing !== undefined, `${workId} is a shared work, having a line`);
      const pendingBps = 10_000 - sharing.reduce((sum, author) => sum + author.shareBps, 0);
      for (const { key, minor } of divideWork(workMinor, sharing)) {
        const bps = sharing.find((author) => author.personId === key)?.shareBps ?? pendingBps;
        yield [contributor, workId, key, bps, workMinor, minor];
      }
    }
  }
}

async function sharedLines(
  connection: DuckDBConnection,
  rules: ClearingRules,
  boundary: Boundary | null,
): Promise<ReadonlyMap<string, readonly Line[]>> {
  const rows = await rowsOf(
    connection,
    `SELECT l.contributor, l.line, l.work_id, l.weight, s.minor
     FROM (FROM line WHERE ${admittedSql(rules, boundary)}) l JOIN share s USING (pseudonym)
     WHERE l.contributor IN (SELECT contributor FROM line WHERE work_id IS NOT NULL) AND s.minor > 0
     ORDER BY l.contributor, l.line`,
  );
  const lines = rows.map((row) => ({
    contributor: row.contributor ?? "",
    line: row.line ?? "0",
    workId: row.work_id ?? null,
    weight: BigInt(row.weight ?? 0),
    minor: BigInt(row.minor ?? 0),
  }));
  return grouped(lines, (line) => line.contributor);
}

async function authorsOf(
  connection: DuckDBConnection,
  sharedWorks: string,
): Promise<ReadonlyMap<string, readonly Author[]>> {
  const rows = await rowsOf(
    connection,
    `SELECT DISTINCT work_id, person_id, share_bps FROM read_parquet(${sqlText(sharedWorks)}) ORDER BY ALL`,
  );
  const authors = rows.map((row) => ({
    workId: row.work_id ?? "",
    personId: row.person_id ?? "",
    shareBps: Number(row.share_bps),
  }));
  return grouped(authors, (author) => author.workId);
}
