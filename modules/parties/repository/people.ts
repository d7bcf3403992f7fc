import { db, type Prisma, type Tx } from "@/infra/db/db";
import type { Role } from "@/kernel/actor";

export type PersonRow = Readonly<{
  id: string;
  email: string | null;
  emailVerified: Date | null;
  name: string | null;
  image: string | null;
  locale: string;
  demoPersona: string | null;
  createdAt: Date;
  /** When they deleted their account; everything personal is null then. */
  deletedAt: Date | null;
}>;

type Reader = Pick<Tx, "prisma">;

export async function findPerson(id: string, tx: Reader = db): Promise<PersonRow | null> {
  return tx.prisma.person.findUnique({ where: { id } });
}

/** Reads a person and keeps everybody else from changing what is theirs alone until the end of the transaction. */
export async function lockPerson(tx: Tx, id: string): Promise<PersonRow> {
  await tx.prisma.$queryRaw`SELECT id FROM person WHERE id = ${id} FOR NO KEY UPDATE`;
  return tx.prisma.person.findUniqueOrThrow({ where: { id } });
}

export async function findPeople(ids: readonly string[]): Promise<readonly PersonRow[]> {
  return db.prisma.person.findMany({ where: { id: { in: [...ids] } } });
}

export async function findPersonByEmail(email: string, tx: Reader = db): Promise<PersonRow | null> {
  return tx.prisma.person.findUnique({ where: { email } });
}

export async function insertPerson(tx: Tx, person: PersonRow): Promise<void> {
  await tx.prisma.person.create({ data: person });
}

export async function savePerson(
  tx: Tx,
  id: string,
  change: Pick<Prisma.PersonUpdateInput, "name" | "locale" | "emailVerified" | "image">,
): Promise<PersonRow> {
  return tx.prisma.person.update({ where: { id }, data: change });
}

/** Names for lists, by id. */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.prisma.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, email: true },
  });
  return new Map(
    rows.flatMap((row) => ((row.name ?? row.email) ? [[row.id, row.name ?? row.email ?? ""]] : [])),
  );
}

/** In the order in which the demo's cast is written down: it signed up in this order. */
export async function findDemoPersonas(): Promise<PersonRow[]> {
  return db.prisma.person.findMany({
    where: { demoPersona: { not: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 50,
  });
}

export type PersonWithRoles = PersonRow &
  Readonly<{ memberships: readonly { organisationId: string; name: string; role: Role }[] }>;

/** Newest first; `before` is the id of the last one seen. */
export async function searchPeopleRows(filter: {
  q: string | undefined;
  before: string | undefined;
  take: number;
}): Promise<PersonWithRoles[]> {
  const { q, before, take } = filter;
  const contains = { contains: q ?? "", mode: "insensitive" as const };
  const rows = await db.prisma.person.findMany({
    where: {
      ...(q ? { OR: [{ name: contains }, { email: contains }, { id: q }] } : {}),
      ...(before ? { id: { lt: before } } : {}),
    },
    include: { memberships: { include: { organisation: { select: { name: true } } } } },
    orderBy: { id: "desc" },
    take,
  });
  return rows.map(({ memberships, ...person }) => ({
    ...person,
    memberships: memberships.map((m) => ({
      organisationId: m.organisationId,
      name: m.organisation.name,
      role: m.role as Role,
    })),
  }));
}
