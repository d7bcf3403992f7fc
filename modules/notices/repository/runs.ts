import { db, type Tx } from "@/infra/db/db";

export type RunRow = Readonly<{ eventKey: string; jobId: string; afterPerson: string; written: bigint }>;

export async function findRun(eventKey: string, tx: Pick<Tx, "prisma"> = db): Promise<RunRow | null> {
  return tx.prisma.noticeRun.findUnique({ where: { eventKey } });
}

export async function insertRun(tx: Tx, eventKey: string, jobId: string): Promise<void> {
  await tx.prisma.noticeRun.create({ data: { eventKey, jobId } });
}

/** Makes concurrent deliveries of one event wait here; the second then finds the run of the first. */
export async function lockRun(tx: Tx, eventKey: string): Promise<void> {
  await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`notices ${eventKey}`}, 0))`;
}

export async function advanceRun(
  tx: Tx,
  eventKey: string,
  afterPerson: string,
  written: number,
): Promise<void> {
  await tx.prisma.noticeRun.update({
    where: { eventKey },
    data: { afterPerson, written: { increment: written } },
  });
}
