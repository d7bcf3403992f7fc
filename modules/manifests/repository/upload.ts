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
