import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import type { RunFiles } from "./files";
import { firstRow } from "./read";

/** What one person has in a split and in the manifest behind it. */
export type OwnPreview = Readonly<{
  /** Items of theirs that are in, and what all of it comes to for them, with their parts of shared works. */
  paidRows: bigint;
  minor: bigint;
  /** A name of theirs is left out because its price is not met. */
  refusedByPrice: boolean;
  /** Rows under their names, whatever became of them. */
  manifestRows: bigint;
}>;

/** Looks up one person's names in the private files of a run; reads no other line into the answer. */
export async function ownPreview(
  connection: DuckDBConnection,
  files: Pick<RunFiles, "shares" | "splits"> & Readonly<{ verdicts: string }>,
  { names, personId }: Readonly<{ names: readonly string[]; personId: string }>,
): Promise<OwnPreview> {
  const listed = names.length === 0 ? "('')" : `(${names.map((name) => sqlText(name)).join(", ")})`;
  const own = await firstRow(
    connection,
    `SELECT coalesce(sum(rows) FILTER (WHERE outcome = 'paid'), 0) AS rows,
       coalesce(sum(minor - split_minor), 0) AS minor, coalesce(bool_or(outcome <> 'paid'), false) AS refused
     FROM read_parquet(${sqlText(files.shares)}) WHERE contributor IN ${listed}`,
  );
  const parts = await firstRow(
    connection,
    `SELECT coalesce(sum(minor), 0) AS minor FROM read_parquet(${sqlText(files.splits)}) WHERE person_id = ${sqlText(personId)}`,
  );
  const manifest = await firstRow(
    connection,
    `SELECT coalesce(sum(rows), 0) AS rows FROM read_parquet(${sqlText(files.verdicts)}) WHERE contributor IN ${listed}`,
  );
  return {
    paidRows: BigInt(own.rows ?? 0),
    minor: BigInt(own.minor ?? 0) + BigInt(parts.minor ?? 0),
    refusedByPrice: own.refused === "true",
    manifestRows: BigInt(manifest.rows ?? 0),
  };
}
