import { db, type Tx } from "@/infra/db/db";

/** Links nobody used in time are of no use to anybody; the newest ask sweeps them out. */
export async function deleteExpiredTokens(now: Date): Promise<void> {
  await db.prisma.signInToken.deleteMany({ where: { expires: { lt: now } } });
}

/** Providers (GitHub, …) a person can sign in with. */
export async function identitiesOf(personId: string): Promise<string[]> {
  const rows = await db.prisma.signInIdentity.findMany({
    where: { userId: personId },
    select: { provider: true },
    orderBy: { provider: "asc" },
  });
  return rows.map((row) => row.provider);
}

/** Providers' tokens are not kept: they are asked who somebody is, and nothing else is done in their name. */
export async function insertIdentity(
  tx: Tx,
  identity: Readonly<{ personId: string; type: string; provider: string; providerAccountId: string }>,
): Promise<void> {
  const { personId: userId, type, provider, providerAccountId } = identity;
  await tx.prisma.signInIdentity.create({ data: { userId, type, provider, providerAccountId } });
}

/** Takes a provider away from a person; false when it was not theirs. */
export async function deleteIdentity(tx: Tx, personId: string, provider: string): Promise<boolean> {
  return (await tx.prisma.signInIdentity.deleteMany({ where: { userId: personId, provider } })).count > 0;
}
