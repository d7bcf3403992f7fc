import { db, Prisma, type Tx } from "@/infra/db/db";
import { LIMITS } from "@/kernel/limits";

export type UploadState = "receiving" | "complete" | "expired";
export type Upload = Readonly<{
  id: string;
  organisationId: string;
  dealId: string;
  createdBy: string;
  fileName: string;
  contentType: string | null;
  bytesTotal: bigint | null;
  state: UploadState;
  createdAt: Date;
}>;

const toUpload = (row: Prisma.UploadGetPayload<object>): Upload => ({
  ...row,
  state: row.state as UploadState,
});

export async function insertUpload(tx: Tx, upload: Upload): Promise<void> {
  await tx.prisma.upload.create({ data: upload });
}

export async function findUpload(id: string): Promise<Upload | null> {
  const row = await db.prisma.upload.findUnique({ where: { id } });
  return row === null ? null : toUpload(row);
}

/** Uploads that still come in, or are complete and have not become a manifest: what nothing else counts. */
const WAITING = Prisma.sql`u.state IN ('receiving', 'complete') AND NOT EXISTS (
  SELECT FROM manifest m WHERE m.deal_id = u.deal_id AND NOT m.dry_run AND m.file_name = u.file_name
    AND m.bytes = u.bytes_received AND m.created_at >= u.completed_at)`;

export async function countWaitingUploads(tx: Tx, organisationId: string): Promise<number> {
  const [row] = await tx.prisma.$queryRaw<{ waiting: bigint }[]>`
    SELECT count(*) AS waiting FROM upload u WHERE u.organisation_id = ${organisationId} AND ${WAITING}`;
  return Number(row?.waiting ?? 0);
}

/** Until the end of the transaction nobody else counts the bytes of this organisation. */
export async function lockBytes(tx: Tx, organisationId: string): Promise<void> {
  await tx.prisma
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`manifest-bytes:${organisationId}`}, 0))::text`;
}

/** Bytes of an organisation's manifests, and those promised by its waiting uploads. */
export async function bytesKept(
  organisationId: string,
  tx: Pick<Tx, "prisma"> = db,
): Promise<{ kept: bigint; waiting: bigint }> {
  const [row] = await tx.prisma.$queryRaw<{ kept: string; waiting: string }[]>`
    SELECT (SELECT coalesce(sum(bytes), 0) FROM manifest WHERE organisation_id = ${organisationId})::text AS kept,
      (SELECT coalesce(sum(coalesce(u.bytes_total, u.bytes_received)), 0) FROM upload u
        WHERE u.organisation_id = ${organisationId} AND ${WAITING})::text AS waiting`;
  return { kept: BigInt(row?.kept ?? 0), waiting: BigInt(row?.waiting ?? 0) };
}

export async function markUploadComplete(id: string, bytes: bigint, at: Date): Promise<void> {
  await db.prisma.upload.updateMany({
    where: { id, state: "receiving" },
    data: { state: "complete", bytesReceived: bytes, completedAt: at },
  });
}

export const markUploadExpired = (id: string): Promise<void> => expireUpload(db, id);

export async function expireUpload(tx: Pick<Tx, "prisma">, id: string): Promise<void> {
  await tx.prisma.upload.updateMany({ where: { id }, data: { state: "expired" } });
}

export async function listUploadsBefore(before: Date, after = ""): Promise<Upload[]> {
  const rows = await db.prisma.upload.findMany({
    where: { createdAt: { lt: before }, state: { not: "expired" }, id: { gt: after } },
    orderBy: { id: "asc" },
    take: 500,
  });
  return rows.map(toUpload);
}

/** Uploads of an organisation that have not become a manifest, newest first: as many as there may be. */
export async function listWaitingUploads(organisationId: string): Promise<Upload[]> {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM upload u WHERE u.organisation_id = ${organisationId} AND ${WAITING}
    ORDER BY u.created_at DESC, u.id DESC LIMIT ${LIMITS.uploadsOpenMax}`;
  const found = await db.prisma.upload.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return found.map(toUpload);
}
