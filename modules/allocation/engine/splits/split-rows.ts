import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import { rowsOf } from "../read";

export type SplitRow = Readonly<{
  allocationId: string;
  contributor: string;
  workId: string;
  personId: string;
  shareBps: number;
  workMinor: bigint;
  minor: bigint;
}>;

/** What co-authors get, row by row: as many as there are shared works, not as there are contributors. */
export async function splitRows(
  connection: DuckDBConnection,
  allocationId: string,
  splits: string,
): Promise<readonly SplitRow[]> {
  const rows = await rowsOf(connection, `FROM read_parquet(${sqlText(splits)})`);
  return rows.map((row) => ({
    allocationId,
    contributor: row.contributor ?? "",
    workId: row.work_id ?? "",
    personId: row.person_id ?? "",
    shareBps: Number(row.share_bps),
    workMinor: BigInt(row.work_minor ?? 0),
    minor: BigInt(row.minor ?? 0),
  }));
}
