import { db, Prisma, type Tx } from "@/infra/db/db";
import type { OrganisationKind } from "@/kernel/actor";
import type { HandleCase, OrganisationFacts, OrganisationState } from "../domain/organisation";

export type OrganisationRow = OrganisationFacts &
  Readonly<{ slug: string; verifiedAt: Date | null; createdAt: Date }>;

const toOrganisation = (row: Prisma.OrganisationGetPayload<object>): OrganisationRow => ({
  id: row.id,
  kind: row.kind as OrganisationKind,
  name: row.name,
  slug: row.slug,
  host: row.host,
  handleCase: row.handleCase as HandleCase,
  state: row.state as OrganisationState,
  attestationKey: row.attestationKey as Record<string, unknown> | null,
  verifiedAt: row.verifiedAt,
  createdAt: row.createdAt,
});

export async function findOrganisation(id: string, tx?: Pick<Tx, "prisma">): Promise<OrganisationRow | null> {
  const row = await (tx?.prisma ?? db.prisma).organisation.findUnique({ where: { id } });
  return row === null ? null : toOrganisation(row);
}

/** Several organisations in one query, for lists. */
export async function findOrganisations(ids: readonly string[]): Promise<OrganisationRow[]> {
  const rows = await db.prisma.organisation.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(toOrganisation);
}

/** Reads it and keeps everybody else from changing it, or who belongs to it, until the end of the transaction. */
export async function lockOrganisation(tx: Tx, id: string): Promise<OrganisationRow | null> {
  await tx.prisma.$queryRaw`SELECT id FROM organisation WHERE id = ${id} FOR UPDATE`;
  return findOrganisation(id, tx);
}

const written = (organisation: OrganisationRow) => ({
  ...organisation,
  attestationKey:
    organisation.attestationKey === null
      ? Prisma.JsonNull
      : (organisation.attestationKey as Prisma.InputJsonObject),
});

export async function insertOrganisation(tx: Tx, organisation: OrganisationRow): Promise<void> {
  await tx.prisma.organisation.create({ data: written(organisation) });
}

export async function saveOrganisation(tx: Tx, organisation: OrganisationRow): Promise<void> {
  await tx.prisma.organisation.update({ where: { id: organisation.id }, data: written(organisation) });
}

export async function slugsLike(tx: Tx, slug: string): Promise<ReadonlySet<string>> {
  const rows = await tx.prisma.organisation.findMany({
    where: { slug: { startsWith: slug } },
    select: { slug: true },
  });
  return new Set(rows.map((row) => row.slug));
}

/** Is another verified platform already at this host? */
export async function hostIsTaken(tx: Tx, host: string, exceptId: string): Promise<boolean> {
  return (
    (await tx.prisma.organisation.count({ where: { host, state: "verified", id: { not: exceptId } } })) > 0
  );
}

/** Every verified lab. They are few: an operator has looked at each. */
export async function verifiedLabRows(): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  return db.prisma.organisation.findMany({
    where: { kind: "lab", state: "verified" },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
}

/** Verified platforms by name (and id, where two share one), by part of their name or host. */
export async function verifiedPlatformRows(
  q: string | undefined,
  { take, after }: Readonly<{ take: number; after: string | undefined }>,
): Promise<OrganisationRow[]> {
  const contains = { contains: literal(q ?? ""), mode: "insensitive" as const };
  const rows = await db.prisma.organisation.findMany({
    where: {
      kind: "platform",
      state: "verified",
      ...(q ? { OR: [{ name: contains }, { host: contains }, { id: q }] } : {}),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
    take,
  });
  return rows.map(toOrganisation);
}

// Prisma compares without case by ILIKE, in which % and _ stand for anything.
const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** Every verified organisation of any kind. They are few: an operator has looked at each. */
export async function verifiedNames(
  tx?: Pick<Tx, "prisma">,
): Promise<readonly Readonly<{ id: string; name: string }>[]> {
  return (tx?.prisma ?? db.prisma).organisation.findMany({
    where: { state: "verified" },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
}

/** Newest first; `before` is the id of the last one seen (ids sort by time). */
export async function searchOrganisationRows(filter: {
  q: string | undefined;
  kind: string | undefined;
  state: string | undefined;
  before: string | undefined;
  take: number;
}): Promise<OrganisationRow[]> {
  const { q, kind, state, before, take } = filter;
  const contains = { contains: q ?? "", mode: "insensitive" as const };
  const rows = await db.prisma.organisation.findMany({
    where: {
      ...(q ? { OR: [{ name: contains }, { host: contains }, { slug: contains }, { id: q }] } : {}),
      ...(kind ? { kind } : {}),
      ...(state ? { state } : {}),
      ...(before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: "desc" },
    take,
  });
  return rows.map(toOrganisation);
}
