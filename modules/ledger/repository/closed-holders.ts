import type { Tx } from "@/infra/db/db";

/** Notes that a holder is closed: nothing becomes payable to it any more. */
export async function insertClosedHolder(tx: Tx, holder: string, closedAt: Date): Promise<void> {
  await tx.prisma.closedHolder.create({ data: { holder, closedAt } });
}

/** Of these holders, those that are closed. */
export async function closedAmong(tx: Tx, holders: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.prisma.closedHolder.findMany({
    where: { holder: { in: [...holders] } },
    select: { holder: true },
  });
  return new Set(rows.map(({ holder }) => holder));
}
