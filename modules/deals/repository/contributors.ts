import { db, type Tx } from "@/infra/db/db";

export type VerifiedHandle = Readonly<{ platformId: string; name: string; handleId: string }>;

/** The handles a person holds at `at`, proved, as works publishes them. */
export async function handlesHeldBy(
  personId: string,
  at: Date,
  tx: Pick<Tx, "prisma"> = db,
): Promise<readonly VerifiedHandle[]> {
  return tx.prisma.$queryRaw<VerifiedHandle[]>`
    SELECT platform_id AS "platformId", name, handle_id AS "handleId" FROM works_verified_handle_view
    WHERE person_id = ${personId} AND verified_at <= ${at} AND (ended_at IS NULL OR ended_at > ${at})
    ORDER BY platform_id, name`;
}

/**
 * Keeps the deal's state as it is until the transaction ends, without making contributors wait for each other: sealing
 * takes the row for itself and so comes wholly before or wholly after an answer.
 */
export async function shareDeal(tx: Tx, dealId: string): Promise<void> {
  await tx.prisma.$queryRaw`SELECT id FROM deal WHERE id = ${dealId} FOR SHARE`;
}
