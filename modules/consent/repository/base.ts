import { db } from "@/infra/db/db";

/** A kept consent set: `storageKey` is a Parquet file of `rows` handles and what held for them as of `asOf`. */
export type ConsentBase = Readonly<{
  platformId: string;
  asOf: Date;
  storageKey: string;
  previousKey: string | null;
  rows: bigint;
}>;

export function findBase(platformId: string): Promise<ConsentBase | null> {
  return db.prisma.consentBase.findUnique({ where: { platformId } });
}

/** Puts a newer base in place of the kept one; false when somebody kept a newer one meanwhile. */
export async function replaceBase(base: Omit<ConsentBase, "previousKey">): Promise<boolean> {
  const changed = await db.pool.query(
    `INSERT INTO consent_base AS b (platform_id, as_of, storage_key, rows) VALUES ($1, $2, $3, $4)
     ON CONFLICT (platform_id) DO UPDATE SET as_of = EXCLUDED.as_of, previous_key = b.storage_key,
       storage_key = EXCLUDED.storage_key, rows = EXCLUDED.rows WHERE b.as_of < EXCLUDED.as_of`,
    [base.platformId, base.asOf, base.storageKey, base.rows],
  );
  return changed.rowCount === 1;
}
