import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { to as copyTo } from "pg-copy-streams";
import { db, type Prisma, type Tx } from "@/infra/db/db";
import type { Clearance } from "@/prisma/generated/client";

export type ClearanceRow = Clearance;

export function insertClearance(tx: Tx, data: Prisma.ClearanceCreateInput): Promise<ClearanceRow> {
  return tx.prisma.clearance.create({ data });
}

export function findClearance(id: string, tx?: Tx): Promise<ClearanceRow | null> {
  return (tx?.prisma ?? db.prisma).clearance.findUnique({ where: { id } });
}

/** The newest clearance of a deal that came to an end well. */
export function latestSucceeded(dealId: string, tx?: Tx): Promise<ClearanceRow | null> {
  return (tx?.prisma ?? db.prisma).clearance.findFirst({
    where: { dealId, state: "succeeded" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
}

/** Every clearance that came to an end well, newest first. */
export function allSucceeded(): Promise<ClearanceRow[]> {
  return db.prisma.clearance.findMany({ where: { state: "succeeded" }, orderBy: { id: "desc" } });
}

export function clearancesOf(
  dealId: string,
  take: number,
  after: string | undefined,
): Promise<ClearanceRow[]> {
  return db.prisma.clearance.findMany({
    where: { dealId, ...(after === undefined ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take,
  });
}

export function updateClearance(
  id: string,
  data: Prisma.ClearanceUpdateInput,
  tx?: Tx,
): Promise<ClearanceRow> {
  return (tx?.prisma ?? db.prisma).clearance.update({ where: { id }, data });
}

/** Marks a run that did not end well; one that succeeded stays as it is. */
export async function endClearance(
  id: string,
  state: "failed" | "cancelled",
  failure: { code: string; message: string },
  at: Date,
): Promise<void> {
  await db.prisma.clearance.updateMany({
    where: { id, state: { not: "succeeded" } },
    data: { state, failure, finishedAt: at },
  });
}

/**
 * Works with co-authors as of `asOf`, as CSV: work_id, person_id, share_bps, scheme, value. A work whose one author has all
 * of it divides nothing and is left out.
 */
export async function exportSharedWorks(asOf: Date, file: string): Promise<void> {
  const at = `'${asOf.toISOString()}'::timestamptz`;
  const client = await db.pool.connect();
  try {
    await pipeline(
      client.query(
        copyTo(`COPY (
          WITH standing AS (SELECT DISTINCT work_id, person_id, share_bps, scheme, value
              FROM works_work_matcher_view WHERE accepted_at <= ${at} AND (retired_at IS NULL OR retired_at > ${at})),
            shared AS (SELECT work_id FROM (SELECT DISTINCT work_id, person_id, share_bps FROM standing) author
              GROUP BY work_id HAVING count(*) > 1 OR sum(share_bps) < 10000)
          SELECT work_id, person_id, share_bps, scheme, value FROM standing JOIN shared USING (work_id)
        ) TO STDOUT (FORMAT csv, HEADER)`),
      ),
      createWriteStream(file),
    );
  } finally {
    client.release();
  }
}
