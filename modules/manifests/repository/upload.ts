import { db, type Prisma, type Tx } from "@/infra/db";

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

export async function countOpenUploads(tx: Tx, organisationId: string): Promise<number> {
  return tx.prisma.upload.count({ where: { organisationId, state: "receiving" } });
}

export async function markUploadComplete(id: string, bytes: bigint, at: Date): Promise<void> {
  await db.prisma.upload.updateMany({
    where: { id, state: "receiving" },
    data: { state: "complete", bytesReceived: bytes, completedAt: at },
  });
}

export async function markUploadExpired(id: string): Promise<void> {
  await db.prisma.upload.updateMany({ where: { id }, data: { state: "expired" } });
}

export async function listUploadsBefore(before: Date): Promise<Upload[]> {
  const rows = await db.prisma.upload.findMany({
    where: { createdAt: { lt: before }, state: { not: "expired" } },
    take: 500,
  });
  return rows.map(toUpload);
}

/** Uploads of one person for a deal that have not become a manifest, newest first. */
export async function listWaitingUploads(dealId: string, createdBy: string): Promise<Upload[]> {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM upload u WHERE u.deal_id = ${dealId} AND u.created_by = ${createdBy}
      AND u.state IN ('receiving', 'complete') AND NOT EXISTS (
        SELECT FROM manifest m WHERE m.deal_id = u.deal_id AND NOT m.dry_run AND m.file_name = u.file_name
          AND m.bytes = u.bytes_received AND m.created_at >= u.completed_at)
    ORDER BY u.created_at DESC LIMIT 20`;
  const found = await db.prisma.upload.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return found.map(toUpload).sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}
