import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import { settled } from "@/infra/engine/settle-texts";
import type { NoteCounts } from "../../domain/manifest";
import { NOTES } from "../../domain/reasons";
import { NAMES_JOIN } from "./names";

export type CheckTotals = Readonly<{
  received: bigint;
  accepted: bigint;
  rejected: bigint;
  reasons: Readonly<Record<string, string>>;
  notes: NoteCounts;
  contributors: bigint;
  tokens: bigint;
}>;

type Files = Readonly<{ typed: string; acceptedFile: string; rejectedFile: string }>;

/** Counts what the two finished files hold; `rejected` counts records, `reasons` the records each reason was found in. */
export async function checkTotals(connection: DuckDBConnection, files: Files): Promise<CheckTotals> {
  const one = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects()[0] ?? {};
  const accepted = await one(
    `SELECT count(*)::BIGINT AS n, count(DISTINCT contributor)::BIGINT AS contributors, coalesce(sum(tokens), 0)::VARCHAR AS tokens
     FROM read_parquet(${sqlText(files.acceptedFile)})`,
  );
  const rejected = await one(
    `SELECT count(DISTINCT record)::BIGINT AS n FROM read_parquet(${sqlText(files.rejectedFile)})`,
  );
  const reasons = await connection.runAndReadAll(
    `SELECT reason, count(DISTINCT record)::VARCHAR AS n FROM read_parquet(${sqlText(files.rejectedFile)}) GROUP BY reason ORDER BY count(DISTINCT record) DESC, reason`,
  );
  const bits = NOTES.flatMap((note, i) => [
    `count(*) FILTER (WHERE (bits & ${2 ** i}) <> 0)::BIGINT AS n_${note}`,
    `min(line) FILTER (WHERE (bits & ${2 ** i}) <> 0)::BIGINT AS l_${note}`,
  ]);
  const noted = settled("n", "names", "t.faults IS NULL", "n.noted");
  const notes = await one(
    `SELECT ${bits.join(", ")} FROM (
       SELECT t.line, CAST(t.notes AS INTEGER) | CASE WHEN t.odd THEN ${noted} ELSE 0 END AS bits
       FROM ${files.typed} t ${NAMES_JOIN} WHERE (t.notes <> 0 OR t.odd) AND t.record NOT IN (SELECT record FROM bad))`,
  );
  return {
    received: 0n,
    accepted: BigInt(String(accepted.n ?? 0)),
    rejected: BigInt(String(rejected.n ?? 0)),
    reasons: Object.fromEntries(reasons.getRowObjects().map((row) => [String(row.reason), String(row.n)])),
    notes: Object.fromEntries(
      NOTES.filter((note) => BigInt(String(notes[`n_${note}`] ?? 0)) > 0n).map((note) => [
        note,
        { count: String(notes[`n_${note}`]), firstLine: String(notes[`l_${note}`]) },
      ]),
    ),
    contributors: BigInt(String(accepted.contributors ?? 0)),
    tokens: BigInt(String(accepted.tokens ?? 0)),
  };
}
