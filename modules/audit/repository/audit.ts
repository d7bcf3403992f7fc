import { db, type Prisma, type Tx } from "@/infra/db/db";
import { peopleNamed } from "./actor-names";
import type { Named } from "./audit-names";

export type AuditRowFilter = Readonly<{
  organisationId?: string;
  personId?: string;
  text?: string | undefined;
  /** Whom a text may find by name; everybody without. */
  named?: Named | undefined;
  actor?: string | undefined;
  command?: string | undefined;
  subject?: string | undefined;
  outcome?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  before?: Readonly<{ at: Date; id: string }> | undefined;
  take: number;
}>;

export type AuditRecordRow = Readonly<{
  id: string;
  at: Date;
  actor: string;
  personId: string | null;
  organisationId: string | null;
  command: string;
  subject: string | null;
  outcome: string;
  detail: unknown;
  requestId: string;
}>;

/** Newest first. `actor` is a whole actor name, or the id of a person or key. */
export async function searchAudit(filter: AuditRowFilter): Promise<AuditRecordRow[]> {
  const { actor, command, subject, outcome, from, to, before } = filter;
  const rows = await db.prisma.auditRecord.findMany({
    where: {
      ...(filter.organisationId === undefined ? {} : { organisationId: filter.organisationId }),
      ...(filter.personId === undefined ? {} : { personId: filter.personId }),
      ...(actor ? { actor: { in: [actor, `user:${actor}`, `apiKey:${actor}`, `system:${actor}`] } } : {}),
      ...(command ? { command: { startsWith: command } } : {}),
      ...(subject ? { subject } : {}),
      ...(outcome ? { outcome } : {}),
      AND: [
        filter.text ? { OR: await mentions(filter.text, filter.named) } : {},
        from === undefined ? {} : { at: { gte: from } },
        to === undefined ? {} : { at: { lt: to } },
        before === undefined
          ? {}
          : { OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] },
      ],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: filter.take,
  });
  // Refusals, which have no subject, were once written with a hyphen; the audit is never edited.
  return rows.map((row) => (row.subject === "-" ? { ...row, subject: null } : row));
}

/** Who last carried out one of these commands on a subject, and when. */
export async function lastDone(
  tx: Pick<Tx, "prisma">,
  subject: string,
  commands: readonly string[],
): Promise<Readonly<{ by: string; at: Date }> | null> {
  const row = await tx.prisma.auditRecord.findFirst({
    where: { subject, command: { in: [...commands] }, outcome: "done" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { actor: true, at: true },
  });
  return row === null ? null : { by: row.actor, at: row.at };
}

const PEOPLE_MAX = 50;

/** Rows in which a text stands, or which somebody of that name or address did; "operator" finds what operators did. */
async function mentions(text: string, named?: Named): Promise<Prisma.AuditRecordWhereInput[]> {
  const contains = { contains: text, mode: "insensitive" as const };
  const found = [...(await peopleNamed(text, { among: named?.people ?? null, take: PEOPLE_MAX }))];
  if (text.toLowerCase() === "operator") found.push(...(named?.operators ?? []));
  return [
    { command: contains },
    { subject: contains },
    { actor: contains },
    { requestId: text },
    { actor: { in: found.map((id) => `user:${id}`) } },
  ];
}
