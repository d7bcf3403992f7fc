import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine";
import { divideByWeight } from "../domain/largest-remainder";
import { divideWork } from "../domain/splits";
import { admittedSql, type Boundary, type ClearingRules } from "./clear-floors";
import { rowsOf } from "./read";

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
  const lines = await sharedLines(connection, rules, from.boundary);
  if (lines.size === 0) return;
  const authors = await authorsOf(connection, from.sharedWorks);
  const appender = await connection.createAppender("split");
  for (const own of lines.values()) {
    const portions = divideByWeight(
      own[0]?.minor ?? 0n,
      own.map((line) => ({ key: line.line.padStart(9, "0"), weight: line.weight })),
    );
    for (const [i, line] of own.entries()) {
      const workMinor = portions[i]?.minor ?? 0n;
      const sharing = line.workId === null ? undefined : authors.get(line.workId);
      if (line.workId === null || sharing === undefined || workMinor === 0n) continue;
      for (const part of divideWork(workMinor, sharing)) {
        const bps = sharing.find((author) => author.personId === part.key)?.shareBps;
        appender.appendVarchar(line.contributor);
        appender.appendVarchar(line.workId);
        appender.appendVarchar(part.key);
        appender.appendInteger(bps ?? 10_000 - sharing.reduce((sum, author) => sum + author.shareBps, 0));
        appender.appendBigInt(workMinor);
        appender.appendBigInt(part.minor);
        appender.endRow();
      }
    }
  }
  appender.closeSync();
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
  const grouped = new Map<string, Line[]>();
  for (const row of rows) {
    const contributor = row.contributor ?? "";
    const line = {
      contributor,
      line: row.line ?? "0",
      workId: row.work_id ?? null,
      weight: BigInt(row.weight ?? 0),
      minor: BigInt(row.minor ?? 0),
    };
    const own = grouped.get(contributor);
    if (own === undefined) grouped.set(contributor, [line]);
    else own.push(line);
  }
  return grouped;
}

async function authorsOf(
  connection: DuckDBConnection,
  sharedWorks: string,
): Promise<ReadonlyMap<string, readonly Author[]>> {
  const rows = await rowsOf(
    connection,
    `SELECT DISTINCT work_id, person_id, share_bps FROM read_parquet(${sqlText(sharedWorks)}) ORDER BY ALL`,
  );
  const authors = new Map<string, Author[]>();
  for (const row of rows) {
    const author = { personId: row.person_id ?? "", shareBps: Number(row.share_bps) };
    const known = authors.get(row.work_id ?? "");
    if (known === undefined) authors.set(row.work_id ?? "", [author]);
    else known.push(author);
  }
  return authors;
}
