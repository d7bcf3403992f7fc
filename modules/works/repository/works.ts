import { db, type Prisma, type Tx } from "@/infra/db/db";
import type { Identifier } from "../domain/identifier";
import type { AuthorState } from "../domain/split";
import type { WorkKind } from "../domain/work";

const whole = {
  identifiers: { orderBy: [{ scheme: "asc" }, { value: "asc" }] },
  authors: { orderBy: { position: "asc" } },
} as const satisfies Prisma.WorkInclude;
export type WorkRow = Prisma.WorkGetPayload<{ include: typeof whole }>;
export type AuthorRow = WorkRow["authors"][number];

export type NewWork = Readonly<{
  id: string;
  kind: WorkKind;
  title: string;
  registeredBy: string;
  createdAt: Date;
  identifiers: readonly Identifier[];
  authors: readonly Readonly<{
    id: string;
    personId: string | null;
    email: string | null;
    name: string;
    shareBps: number;
    state: AuthorState;
    tokenHash: string | null;
    invitedAt: Date | null;
    answeredAt: Date | null;
  }>[];
}>;

/** One registration of a person at a time, so that none registers the same identifier twice. Held until commit. */
export async function lockRegistrations(tx: Tx, personId: string): Promise<void> {
  await tx.prisma
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`works.register:${personId}`}, 0))::text`;
}

export async function insertWork(tx: Tx, work: NewWork): Promise<void> {
  const { identifiers, authors, ...row } = work;
  await tx.prisma.work.create({ data: row });
  await tx.prisma.workIdentifier.createMany({
    data: identifiers.map((identifier) => ({ workId: work.id, ...identifier })),
  });
  await tx.prisma.workAuthor.createMany({
    data: authors.map((author, position) => ({ workId: work.id, position, ...author })),
  });
}

export async function findWork(id: string, tx?: Tx): Promise<WorkRow | null> {
  return (tx?.prisma ?? db.prisma).work.findUnique({ where: { id }, include: whole });
}

export async function lockWork(tx: Tx, id: string): Promise<WorkRow | null> {
  await tx.prisma.$queryRaw`SELECT id FROM work WHERE id = ${id} FOR UPDATE`;
  return findWork(id, tx);
}

/** The living works that carry one of these identifiers and were registered by this person or have them as an accepted author. */
export async function worksWithIdentifiers(
  tx: Tx,
  personId: string,
  identifiers: readonly Identifier[],
  exceptWorkId?: string,
): Promise<{ workId: string; scheme: string; value: string; title: string }[]> {
  if (identifiers.length === 0) return [];
  const rows = await tx.prisma.workIdentifier.findMany({
    where: {
      OR: identifiers.map(({ scheme, value }) => ({ scheme, value })),
      ...(exceptWorkId === undefined ? {} : { workId: { not: exceptWorkId } }),
      work: {
        retiredAt: null,
        OR: [
          { registeredBy: personId },
          { authors: { some: { personId, state: "accepted", leftAt: null } } },
        ],
      },
    },
    include: { work: { select: { title: true } } },
    orderBy: [{ workId: "asc" }, { value: "asc" }],
  });
  return rows.map(({ workId, scheme, value, work }) => ({ workId, scheme, value, title: work.title }));
}

export async function setRetired(tx: Tx, id: string, retiredAt: Date): Promise<void> {
  await tx.prisma.work.update({ where: { id }, data: { retiredAt } });
}

export async function findAuthorByToken(
  tokenHash: string,
  tx?: Tx,
): Promise<(AuthorRow & { work: WorkRow }) | null> {
  return (tx?.prisma ?? db.prisma).workAuthor.findUnique({
    where: { tokenHash },
    include: { work: { include: whole } },
  });
}

export async function findAuthor(id: string): Promise<(AuthorRow & { work: WorkRow }) | null> {
  return db.prisma.workAuthor.findUnique({ where: { id }, include: { work: { include: whole } } });
}

export async function authorsOf(workIds: readonly string[], tx?: Tx): Promise<AuthorRow[]> {
  return (tx?.prisma ?? db.prisma).workAuthor.findMany({
    where: { workId: { in: [...workIds] } },
    orderBy: { id: "asc" },
  });
}

export function titlesOf(workIds: readonly string[]): Promise<{ id: string; title: string }[]> {
  return db.prisma.work.findMany({
    where: { id: { in: [...workIds] } },
    select: { id: true, title: true },
  });
}

export async function answerAuthor(
  tx: Tx,
  id: string,
  answer: Readonly<{ personId: string | null; state: AuthorState; answeredAt: Date }>,
): Promise<void> {
  await tx.prisma.workAuthor.update({ where: { id }, data: answer });
}

const mine = (personId: string): Prisma.WorkWhereInput => ({
  OR: [{ registeredBy: personId }, { authors: { some: { personId } } }],
});

export async function listWorks(
  personId: string,
  page: Readonly<{ take: number; before: string | undefined }>,
): Promise<WorkRow[]> {
  return db.prisma.work.findMany({
    where: { AND: [mine(personId), page.before === undefined ? {} : { id: { lt: page.before } }] },
    orderBy: { id: "desc" },
    take: page.take,
    include: whole,
  });
}

export async function allWorksOf(personId: string): Promise<WorkRow[]> {
  return db.prisma.work.findMany({ where: mine(personId), orderBy: { id: "asc" }, include: whole });
}

/** The living works of a person in which nobody else has a seat. */
export async function worksOfOneAuthor(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows = await tx.prisma.$queryRaw<{ id: string }[]>`
    SELECT w.id FROM work w WHERE w.registered_by = ${personId} AND w.retired_at IS NULL
      AND NOT EXISTS (SELECT FROM work_author a WHERE a.work_id = w.id AND a.person_id IS DISTINCT FROM ${personId})
    ORDER BY w.id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

/** Ends what a person answers for as an author; the seat keeps its share, without name and address. */
export async function leaveSeats(tx: Tx, personId: string, leftAt: Date): Promise<void> {
  await tx.prisma.workAuthor.updateMany({
    where: { personId, state: "accepted", leftAt: null },
    data: { leftAt, ...NAMELESS },
  });
}

const NAMELESS = { name: "", email: null, tokenHash: null } as const;
type Addressed = Readonly<{ personId: string; email: string | null; now: Date }>;
const addressedTo = ({ personId, email }: Addressed): Prisma.WorkAuthorWhereInput => ({
  OR: [{ personId }, ...(email === null ? [] : [{ email: { equals: email, mode: "insensitive" as const } }])],
});

/** Declines what a person was asked and has not answered. */
export async function declineInvitations(
  tx: Tx,
  of: Addressed,
): Promise<readonly Readonly<{ id: string; workId: string }>[]> {
  const open = await tx.prisma.workAuthor.findMany({
    where: { state: "proposed", ...addressedTo(of) },
    select: { id: true, workId: true },
  });
  await tx.prisma.workAuthor.updateMany({
    where: { id: { in: open.map(({ id }) => id) }, state: "proposed" },
    data: { state: "declined", answeredAt: of.now, ...NAMELESS },
  });
  return open;
}

/** Takes name and address out of what they declined before. */
export async function forgetDeclined(tx: Tx, of: Addressed): Promise<void> {
  await tx.prisma.workAuthor.updateMany({
    where: { state: "declined", name: { not: "" }, ...addressedTo(of) },
    data: NAMELESS,
  });
}
