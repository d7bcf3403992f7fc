import { db, type Tx } from "@/infra/db/db";
import type { OrganisationKind, Role } from "@/kernel/actor";
import type { OrganisationState } from "../domain/organisation";

export type MemberRow = Readonly<{
  personId: string;
  name: string | null;
  email: string | null;
  role: Role;
  createdAt: Date;
}>;

export async function membersOf(organisationId: string): Promise<MemberRow[]> {
  const rows = await db.prisma.membership.findMany({
    where: { organisationId },
    include: { person: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    personId: row.personId,
    name: row.person.name,
    email: row.person.email,
    role: row.role as Role,
    createdAt: row.createdAt,
  }));
}

export async function roleOf(tx: Tx, organisationId: string, personId: string): Promise<Role | null> {
  const row = await tx.prisma.membership.findUnique({
    where: { personId_organisationId: { personId, organisationId } },
  });
  return row === null ? null : (row.role as Role);
}

export async function isMemberByEmail(tx: Tx, organisationId: string, email: string): Promise<boolean> {
  return (await tx.prisma.membership.count({ where: { organisationId, person: { email } } })) > 0;
}

export async function countOwners(tx: Pick<Tx, "prisma">, organisationId: string): Promise<number> {
  return tx.prisma.membership.count({ where: { organisationId, role: "owner" } });
}

/** Organisations this person owns; until the end of the transaction nobody else counts them. */
export async function countOwned(tx: Tx, personId: string): Promise<number> {
  await tx.prisma
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`organisations-of:${personId}`}, 0))::text`;
  return tx.prisma.membership.count({ where: { personId, role: "owner" } });
}

export async function insertMember(
  tx: Tx,
  member: { id: string; organisationId: string; personId: string; role: Role; createdAt: Date },
): Promise<void> {
  await tx.prisma.membership.create({ data: member });
}

type MemberKey = Readonly<{ organisationId: string; personId: string }>;

export async function saveRole(tx: Tx, key: MemberKey, role: Role): Promise<void> {
  await tx.prisma.membership.update({ where: { personId_organisationId: key }, data: { role } });
}

export async function deleteMember(tx: Tx, key: MemberKey): Promise<void> {
  await tx.prisma.membership.delete({ where: { personId_organisationId: key } });
}

export type MembershipWithName = Readonly<{
  organisationId: string;
  name: string;
  kind: OrganisationKind;
  state: OrganisationState;
  role: Role;
}>;

export async function membershipsOf(personId: string): Promise<MembershipWithName[]> {
  const { rows } = await db.pool.query<MembershipWithName>(
    `SELECT o.id AS "organisationId", o.name, o.kind, o.state, m.role
     FROM membership m JOIN organisation o ON o.id = m.organisation_id
     WHERE m.person_id = $1 ORDER BY m.created_at, m.id`,
    [personId],
  );
  return rows;
}
