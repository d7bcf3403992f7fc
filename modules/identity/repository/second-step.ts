import { db, type Tx } from "@/infra/db/db";

export type SecondStepRow = Readonly<{ secret: string; lastStep: number | null; confirmedAt: Date | null }>;

/** Locks a person's second step until the commit, so that two concurrent requests cannot use one code twice. */
export async function lockSecondStep(tx: Tx, personId: string): Promise<SecondStepRow | null> {
  const rows = await tx.prisma.$queryRaw<SecondStepRow[]>`
    SELECT secret, last_step AS "lastStep", confirmed_at AS "confirmedAt" FROM second_step
    WHERE person_id = ${personId} FOR UPDATE`;
  return rows[0] ?? null;
}

/** When a person's second step was confirmed, and how many recovery codes are left; null while there is none. */
export async function secondStepOf(
  personId: string,
): Promise<Readonly<{ confirmedAt: Date; codesLeft: number }> | null> {
  const [row, codesLeft] = await Promise.all([
    db.prisma.secondStep.findUnique({ where: { personId }, select: { confirmedAt: true } }),
    db.prisma.recoveryCode.count({ where: { personId } }),
  ]);
  const confirmedAt = row?.confirmedAt ?? null;
  return confirmedAt === null ? null : { confirmedAt, codesLeft };
}

/** Begins with a new secret, in place of one that was never confirmed; false when there is a confirmed one. */
export async function beginWith(tx: Tx, personId: string, secret: string, createdAt: Date): Promise<boolean> {
  const begun = await tx.prisma.$executeRaw`
    INSERT INTO second_step (person_id, secret, created_at) VALUES (${personId}, ${secret}, ${createdAt})
    ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, last_step = NULL, created_at = excluded.created_at
    WHERE second_step.confirmed_at IS NULL`;
  return begun === 1;
}

export async function saveConfirmed(tx: Tx, personId: string, confirmedAt: Date): Promise<void> {
  await tx.prisma.secondStep.update({ where: { personId }, data: { confirmedAt } });
}

export async function saveLastStep(tx: Tx, personId: string, lastStep: number): Promise<void> {
  await tx.prisma.secondStep.update({ where: { personId }, data: { lastStep } });
}

export async function deleteSecondStep(tx: Tx, personId: string): Promise<void> {
  await tx.prisma.secondStep.deleteMany({ where: { personId } });
  await tx.prisma.recoveryCode.deleteMany({ where: { personId } });
}

/** These recovery codes, and none from before. */
export async function replaceRecoveryCodes(
  tx: Tx,
  personId: string,
  codeHashes: readonly string[],
  createdAt: Date,
): Promise<void> {
  await tx.prisma.recoveryCode.deleteMany({ where: { personId } });
  const data = codeHashes.map((codeHash) => ({ codeHash, personId, createdAt }));
  await tx.prisma.recoveryCode.createMany({ data });
}

/** Uses a recovery code up; false when it is none of this person's, or was used. */
export async function spendRecoveryCode(tx: Tx, personId: string, codeHash: string): Promise<boolean> {
  return (await tx.prisma.recoveryCode.deleteMany({ where: { personId, codeHash } })).count === 1;
}

export async function countRecoveryCodes(tx: Tx, personId: string): Promise<number> {
  return tx.prisma.recoveryCode.count({ where: { personId } });
}
