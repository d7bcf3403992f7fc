import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { db, type Prisma, type Tx } from "@/infra/db/db";
import type { Allocation } from "@/prisma/generated/client";
import { SECRET_BYTES } from "../engine/pseudonym";

export type AllocationRow = Allocation;

/** All that is held back: by rule, and what a cap keeps from everyone. It is what the posting puts in reserve. */
export function heldBack(row: Pick<AllocationRow, "reserveMinor" | "undistributedMinor">): bigint {
  return row.reserveMinor + (row.undistributedMinor ?? 0n);
}

export function insertAllocation(tx: Tx, data: Prisma.AllocationCreateInput): Promise<AllocationRow> {
  return tx.prisma.allocation.create({ data });
}

export function findAllocation(id: string, tx?: Tx): Promise<AllocationRow | null> {
  return (tx?.prisma ?? db.prisma).allocation.findUnique({ where: { id } });
}

/** Several allocations in one query, for lists; unknown ids are absent. */
export function findAllocations(ids: readonly string[]): Promise<AllocationRow[]> {
  return db.prisma.allocation.findMany({ where: { id: { in: [...ids] } } });
}

/** The allocation a deal was sealed with, if it was. */
export function sealedAllocationOf(dealId: string): Promise<AllocationRow | null> {
  return db.prisma.allocation.findFirst({ where: { dealId, sealedAt: { not: null } } });
}

/** The allocation, held until the transaction ends: two seals or two postings of it follow each other. */
export async function lockAllocation(tx: Tx, id: string): Promise<AllocationRow | null> {
  await tx.prisma.$queryRaw`SELECT id FROM allocation WHERE id = ${id} FOR UPDATE`;
  return findAllocation(id, tx);
}

/**
 * Two publications of one allocation follow each other. Not by the allocation's row: the posting holds that for as long as
 * it runs, and the two are independent until each notes that it is done.
 */
export async function lockPublishing(tx: Tx, id: string): Promise<void> {
  await tx.pg.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`allocation.publish:${id}`]);
}

export function updateAllocation(
  id: string,
  data: Prisma.AllocationUpdateInput,
  tx?: Tx,
): Promise<AllocationRow> {
  return (tx?.prisma ?? db.prisma).allocation.update({ where: { id }, data });
}

export async function endAllocation(
  id: string,
  state: "failed" | "cancelled",
  failure: { code: string; message: string },
  at: Date,
): Promise<void> {
  await db.prisma.allocation.updateMany({
    where: { id, state: { not: "succeeded" } },
    data: { state, failure, finishedAt: at },
  });
}

export function allocationsOf(
  dealId: string,
  { take, after, sealedOnly = false }: { take: number; after?: string | undefined; sealedOnly?: boolean },
): Promise<AllocationRow[]> {
  return db.prisma.allocation.findMany({
    where: {
      dealId,
      ...(after === undefined ? {} : { id: { lt: after } }),
      ...(sealedOnly ? { sealedAt: { not: null } } : {}),
    },
    orderBy: { id: "desc" },
    take,
  });
}

/** The deal's secret for pseudonyms. The first caller creates it. */
export async function pseudonymSecret(dealId: string, at: Date, tx?: Tx): Promise<Uint8Array> {
  const prisma = tx?.prisma ?? db.prisma;
  const known = await prisma.dealPseudonymKey.findUnique({ where: { dealId } });
  if (known !== null) return known.secret;
  await prisma.dealPseudonymKey.createMany({
    data: [{ dealId, secret: randomBytes(SECRET_BYTES), createdAt: at }],
    skipDuplicates: true,
  });
  return (await prisma.dealPseudonymKey.findUniqueOrThrow({ where: { dealId } })).secret;
}

/** The deal's secret, where it must be known by now. */
export async function knownSecret(dealId: string): Promise<Uint8Array> {
  return (await db.prisma.dealPseudonymKey.findUniqueOrThrow({ where: { dealId } })).secret;
}

/** Every sealed allocation, newest first. */
export function allSealed(): Promise<AllocationRow[]> {
  return db.prisma.allocation.findMany({ where: { sealedAt: { not: null } }, orderBy: { id: "desc" } });
}

/** Ids are letters, digits and "_": safe inside an SQL name or literal; anything else is a bug. */
function plainId(id: string): string {
  if (!/^[a-z]+_[0-9a-z]+$/.test(id)) throw new Error(`invariant broken: ${id} is not an identifier of ours`);
  return id;
}

/**
 * Loads sealed shares into a partition of their own: an empty table, COPY, then the key, then it is attached. All in one
 * transaction: a worker killed half-way leaves nothing, and the second time there is one partition, not two.
 */
export async function loadShares(tx: Tx, allocationId: string, file: string): Promise<void> {
  const partition = `allocation_share_${plainId(allocationId)}`;
  const { rows } = await tx.pg.query("SELECT to_regclass($1) IS NOT NULL AS there", [partition]);
  if ((rows[0] as { there: boolean }).there) return;
  await tx.pg.query(`
    CREATE TABLE ${partition} (LIKE allocation_share INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
    ALTER TABLE ${partition} ALTER COLUMN allocation_id SET DEFAULT '${plainId(allocationId)}',
      ADD CONSTRAINT ${partition}_of CHECK (allocation_id = '${plainId(allocationId)}')`);
  await pipeline(
    createReadStream(file, { highWaterMark: 1 << 20 }),
    tx.pg.query(
      copyFrom(`COPY ${partition} (contributor, outcome, rows, tokens, weight, floor_micros, base_minor, leftover, minor,
        capped, split_minor) FROM STDIN WITH (FORMAT text, NULL '')`),
    ),
  );
  await tx.pg.query(`
    ALTER TABLE ${partition} ADD PRIMARY KEY (contributor, allocation_id);
    ALTER TABLE allocation_share ATTACH PARTITION ${partition} FOR VALUES IN ('${plainId(allocationId)}')`);
}
