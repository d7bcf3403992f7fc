import { db, type Prisma, type Tx } from "@/infra/db/db";
import { ExportJobs } from "../jobs";

export type ExportRow = Prisma.JobRunGetPayload<object>;

/** An export is a job of its person; its file is named after it. */
const EXPORT_KIND = ExportJobs.write.kind;

/** Runs concurrent requests of one person one after the other. */
export async function lockExports(tx: Tx, personId: string): Promise<void> {
  await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`exports ${personId}`}, 0))`;
}

export async function exportsOf(
  personId: string,
  tx: Pick<Tx, "prisma"> = db,
): Promise<readonly ExportRow[]> {
  return tx.prisma.jobRun.findMany({
    where: { subject: personId, personId, kind: EXPORT_KIND },
    orderBy: { createdAt: "desc" },
    take: 20,
  });
}

/** Exports that ended before an instant and have a file, perhaps; for the sweep. */
export async function exportsEnded(from: Date, to: Date): Promise<readonly string[]> {
  const rows = await db.prisma.jobRun.findMany({
    where: { kind: EXPORT_KIND, state: "succeeded", finishedAt: { gte: from, lt: to } },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Every export of a person, in whatever state. */
export async function exportsMadeFor(personId: string): Promise<readonly string[]> {
  const rows = await db.prisma.jobRun.findMany({
    where: { subject: personId, personId, kind: EXPORT_KIND },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
