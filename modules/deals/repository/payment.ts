import type { Tx } from "@/infra/db/db";

/** Lets one confirmation with this reference at a time look whether it is used, until the transaction ends. */
export async function lockReference(tx: Tx, fundingKey: string): Promise<void> {
  await tx.prisma
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`payment:${fundingKey}`}, 0))::text`;
}

/** The deal whose standing payment has this reference, or null. */
export async function dealPaidWith(
  tx: Tx,
  fundingKey: string,
): Promise<Readonly<{ id: string; title: string }> | null> {
  return tx.prisma.deal.findUnique({ where: { fundingKey }, select: { id: true, title: true } });
}
