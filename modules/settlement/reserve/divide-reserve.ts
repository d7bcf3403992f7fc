import type { DuckDBConnection } from "@duckdb/node-api";
import { appendRows, type Cell, sqlText } from "@/infra/engine/engine";
import { assert } from "@/kernel/assert";
import { grouped } from "@/kernel/grouped";
import { sumOf } from "@/kernel/sum";
import { divideByWeight } from "@/modules/allocation/domain/largest-remainder";
import { divide } from "@/modules/allocation/engine/divide";
import type { RunFiles } from "@/modules/allocation/engine/files";
import { rowsOf } from "@/modules/allocation/engine/read";
import { assertFound } from "@/modules/allocation/engine/splits/found";
import { type SplitRow, splitRows } from "@/modules/allocation/engine/splits/split-rows";

type Reserve = Readonly<{ allocationId: string; minor: bigint; decimals: number; inputDigest: string }>;

/**
 * Divides a reserve over the sealed weights of the paid contributors, by the split's own division, and writes it for a
 * posting. Co-authors share it as they do the split (largest remainder, ties to the smaller work and person). Returns the
 * divided sum: all, or nothing where nobody is paid.
 */
export async function writeReserve(
  connection: DuckDBConnection,
  from: Pick<RunFiles, "shares" | "splits">,
  reserve: Reserve,
  to: Pick<RunFiles, "shares" | "splits">,
): Promise<bigint> {
  const shares = `read_parquet(${sqlText(from.shares)})`;
  await connection.run(`CREATE OR REPLACE TABLE line AS
    SELECT pseudonym, 0 AS line, 1 AS lines, false AS multi, contributor, person_id, disputed, rows, tokens::HUGEINT AS tokens,
      weight::HUGEINT AS weight, weight::HUGEINT AS whole, NULL::BIGINT AS floor_micros, 0::HUGEINT AS asked
    FROM ${shares} WHERE outcome = 'paid'`);
  const rules = { distributableMinor: reserve.minor, decimals: reserve.decimals, capBps: null };
  const { paidMinor } = await divide(connection, { ...rules, inputDigest: reserve.inputDigest });
  await layReserveSplits(connection, shares, await splitRows(connection, reserve.allocationId, from.splits));
  await assertFound(connection, "reserve_split", "share");
  await connection.run(`
    COPY (SELECT s.contributor, s.person_id, s.disputed, s.minor, coalesce(p.split_minor, 0)::BIGINT AS split_minor
      FROM share s LEFT JOIN (SELECT contributor, sum(minor) AS split_minor FROM reserve_split GROUP BY ALL) p USING (contributor))
    TO ${sqlText(to.shares)} (FORMAT parquet);
    COPY (FROM reserve_split ORDER BY ALL) TO ${sqlText(to.splits)} (FORMAT parquet);`);
  return paidMinor;
}

const OWN = ""; // Sorts before every work.

async function layReserveSplits(
  connection: DuckDBConnection,
  shares: string,
  splits: readonly SplitRow[],
): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE reserve_split (contributor VARCHAR, work_id VARCHAR, person_id VARCHAR,
    share_bps INTEGER, work_minor BIGINT, minor BIGINT)`);
  if (splits.length === 0) return;
  const rows = await rowsOf(
    connection,
    `SELECT s.contributor, s.minor, o.minor - o.split_minor AS own FROM share s JOIN ${shares} o USING (contributor)
     WHERE o.split_minor > 0 AND s.minor > 0`,
  );
  const splitsOf = grouped(splits, (split) => split.contributor);
  const parts = rows.flatMap((row) => {
    const own = splitsOf.get(row.contributor ?? "");
    assert(own !== undefined, "a share with parts of shared works has them among the sealed splits");
    return partsOf({ minor: BigInt(row.minor ?? 0), own: BigInt(row.own ?? 0), splits: own });
  });
  await appendRows(connection, "reserve_split", parts);
}

/** What of a contributor's part of the reserve is their co-authors', as rows of `reserve_split`. */
function partsOf({
  minor,
  own,
  splits,
}: Readonly<{ minor: bigint; own: bigint; splits: readonly SplitRow[] }>): readonly (readonly Cell[])[] {
  const keyOf = ({ workId, personId }: SplitRow) => `${workId} ${personId}`;
  const divided = divideByWeight(minor, [
    { key: OWN, weight: own },
    ...splits.map((split) => ({ key: keyOf(split), weight: split.minor })),
  ]);
  const minorOf = new Map(divided.map((part) => [part.key, part.minor]));
  const partOf = (split: SplitRow) => minorOf.get(keyOf(split)) ?? 0n;
  return splits.map((split) => {
    const ofWork = splits.filter(({ workId }) => workId === split.workId);
    const workMinor = sumOf(ofWork, partOf);
    return [split.contributor, split.workId, split.personId, split.shareBps, workMinor, partOf(split)];
  });
}
