import { db, type Tx } from "@/infra/db/db";

/** Names of people for lists, by id. */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.prisma.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, email: true },
  });
  return new Map(
    rows.flatMap((row) => ((row.name ?? row.email) ? [[row.id, row.name ?? row.email ?? ""]] : [])),
  );
}

/** Of these ids, those of people who have deleted their account. */
export async function deletedAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.prisma.person.findMany({
    where: { id: { in: [...ids] }, deletedAt: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Names of API keys for lists, by id; of one organisation's keys alone where it is given. */
export async function keyNamesOf(
  ids: readonly string[],
  organisationId?: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.prisma.apiKey.findMany({
    where: { id: { in: [...ids] }, ...(organisationId === undefined ? {} : { organisationId }) },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** An API key's name and its holder; null when there is none of that id. */
export async function keyActor(
  tx: Pick<Tx, "prisma">,
  id: string,
): Promise<Readonly<{ name: string; personId: string | null; organisationId: string | null }> | null> {
  return tx.prisma.apiKey.findUnique({
    where: { id },
    select: { name: true, personId: true, organisationId: true },
  });
}
