import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "@/infra/engine/engine";
import { storage } from "@/infra/files/storage";
import { HOUR_MS } from "@/kernel/time";
import { findBase, replaceBase } from "../repository/base";
import { countTouched, type FreezeOf } from "../repository/freeze-source";

/**
 * A proof may be written with an instant slightly before its commit, so changes this close to the cached set are read again.
 */
const MARGIN_MS = HOUR_MS;
/** Smaller platforms are read in full, without a cache. */
export const KEEP_FROM_ROWS = 20_000n;

/** The cached set that a freeze starts from, and the instant since which it reads changes. */
export type Base = Readonly<{ file: string; since: Date; rows: bigint; touched: bigint }>;

/**
 * The cached set of a platform, if it is not later than the freeze and little has changed since. The state as of an instant
 * never changes afterwards (repository/watermark.ts), so the cached set and the changes since are the whole.
 */
export async function baseFor(of: Omit<FreezeOf, "since">): Promise<Base | null> {
  const kept = await findBase(of.platformId);
  if (kept === null || kept.asOf > of.asOf || (await storage().size(kept.storageKey)) === null) return null;
  const since = new Date(kept.asOf.getTime() - MARGIN_MS);
  const touched = await countTouched({ ...of, since });
  if (touched * 5n > kept.rows) return null;
  return { file: await storage().localPath(kept.storageKey), since, rows: kept.rows, touched };
}

/** Whether the set in the engine's table `base` is worth keeping for the next freeze. */
export function worthKeeping(base: Base | null, rows: bigint, from: bigint): boolean {
  return rows >= from && (base === null || base.touched * 50n > base.rows);
}

export const BASE_COLUMNS = "contributor, person_id, handle_id, disputed, hv, hc, pv, pc";

/** Keeps the engine's table `base` for the platform's next freeze; the file before the last one is let go. */
export async function keepBase(
  connection: DuckDBConnection,
  of: Pick<FreezeOf, "platformId" | "asOf"> & Readonly<{ dir: string; rows: bigint }>,
): Promise<void> {
  const file = join(of.dir, "consent-base.parquet");
  const storageKey = `consent/${of.platformId}/${of.asOf.toISOString().replaceAll(":", "")}.parquet`;
  const before = await findBase(of.platformId);
  if (before !== null && before.asOf >= of.asOf) return;
  await connection.run(
    `COPY (SELECT ${BASE_COLUMNS} FROM base ORDER BY contributor) TO ${sqlText(file)} (FORMAT parquet)`,
  );
  await storage().putFile(storageKey, file);
  const kept = await replaceBase({ platformId: of.platformId, asOf: of.asOf, storageKey, rows: of.rows });
  if (!kept) await storage().remove(storageKey);
  else if (before !== null && before.previousKey !== null) await storage().remove(before.previousKey);
}
