import type { Tx } from "@/infra/db/db";
import { deleteSecondStep } from "./second-step";

/** Takes away every way in: sessions, providers, the second step, links that were mailed, keys. Returns the ids of the keys. */
export async function closeWaysIn(
  tx: Tx,
  { personId, email }: Readonly<{ personId: string; email: string | null }>,
): Promise<readonly string[]> {
  await tx.prisma.session.deleteMany({ where: { userId: personId } });
  await tx.prisma.signInIdentity.deleteMany({ where: { userId: personId } });
  await deleteSecondStep(tx, personId);
  if (email !== null) await tx.prisma.signInToken.deleteMany({ where: { identifier: email } });
  const keys = await tx.prisma.apiKey.findMany({ where: { personId }, select: { id: true } });
  await tx.prisma.apiKey.deleteMany({ where: { personId } });
  return keys.map(({ id }) => id);
}
