import { createHash } from "node:crypto";
import { db, type Prisma, type Tx } from "@/infra/db/db";
import { canonicalJson } from "@/kernel/canonical-json";
import { newId } from "@/kernel/id";
import { type ScopeKind, scopeKey, scopeOf, type TermsScope } from "../domain/scope";
import { type Terms, type TermsJson, termsFromJson, termsToJson } from "../domain/terms";
import { isoOf } from "./scopes";

export type TermsVersion = Readonly<{
  id: string;
  personId: string;
  scope: TermsScope;
  key: string;
  terms: Terms | null;
  contentSeq: number | null;
  note: string | null;
  effectiveFrom: Date;
  createdAt: Date;
  createdBy: string;
}>;

type Row = Prisma.TermsVersionGetPayload<{ include: { content: true } }>;

function versionOf(row: Row): TermsVersion {
  return {
    id: row.id,
    personId: row.personId,
    scope: scopeOf(row.scopeKind as ScopeKind, row.scopeKey),
    key: row.scopeKey,
    terms: row.content === null ? null : termsFromJson(row.content.content as unknown as TermsJson),
    contentSeq: row.contentSeq,
    note: row.note,
    effectiveFrom: row.effectiveFrom,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
  };
}

type PlainRow = Readonly<{
  id: string;
  person_id: string;
  scope_kind: ScopeKind;
  scope_key: string;
  content_seq: number | null;
  note: string | null;
  effective_from: Date;
  created_at: Date;
  created_by: string;
  content: TermsJson | null;
}>;

/** Versions by id from rows as plain SQL gives them; each is read once, however often it is named. */
function plainVersions(rows: readonly PlainRow[]): ReadonlyMap<string, TermsVersion> {
  const versions = new Map<string, TermsVersion>();
  for (const row of rows) {
    if (versions.has(row.id)) continue;
    versions.set(row.id, {
      id: row.id,
      personId: row.person_id,
      scope: scopeOf(row.scope_kind, row.scope_key),
      key: row.scope_key,
      terms: row.content === null ? null : termsFromJson(row.content),
      contentSeq: row.content_seq,
      note: row.note,
      effectiveFrom: row.effective_from,
      createdAt: row.created_at,
      createdBy: row.created_by,
    });
  }
  return versions;
}

/** One writer at a time per scope, so that versions have one order. */
export async function lockScope(tx: Tx, personId: string, scope: TermsScope): Promise<void> {
  const name = `consent:${personId}:${scope.kind}:${scopeKey(scope, personId)}`;
  await tx.prisma.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`;
}

/** The scope's version in force at `at`, and those that take effect later, soonest first. */
export async function scopeVersions(
  tx: Pick<Tx, "prisma">,
  personId: string,
  scope: TermsScope,
  at: Date,
): Promise<{ current: TermsVersion | null; scheduled: readonly TermsVersion[] }> {
  const where = { personId, scopeKind: scope.kind, scopeKey: scopeKey(scope, personId) };
  const current = await tx.prisma.termsVersion.findFirst({
    where: { ...where, effectiveFrom: { lte: at } },
    orderBy: [{ effectiveFrom: "desc" }, { id: "desc" }],
    include: { content: true },
  });
  const later = await tx.prisma.termsVersion.findMany({
    where: { ...where, effectiveFrom: { gt: at } },
    orderBy: [{ effectiveFrom: "asc" }, { id: "asc" }],
    include: { content: true },
  });
  // Of several for one instant the last written counts.
  const scheduled = new Map(later.map((row) => [row.effectiveFrom.getTime(), versionOf(row)]));
  return { current: current === null ? null : versionOf(current), scheduled: [...scheduled.values()] };
}

/** The version in force at `at` of every scope of a person that ever had one. */
export async function personVersions(
  personId: string,
  at: Date,
  tx: Pick<Tx, "prisma"> = db,
): Promise<TermsVersion[]> {
  const rows = await tx.prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (scope_kind, scope_key) id FROM terms_version
    WHERE person_id = ${personId} AND effective_from <= ${at}
    ORDER BY scope_kind, scope_key, effective_from DESC, id COLLATE "C" DESC`;
  const found = await tx.prisma.termsVersion.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    include: { content: true },
  });
  return found.map(versionOf);
}

/** The same for several instants, keyed by the instant's milliseconds; two queries for any number of instants. */
export async function personVersionsAt(
  personId: string,
  instants: readonly Date[],
): Promise<ReadonlyMap<number, readonly TermsVersion[]>> {
  const { rows } = await db.pool.query<PlainRow & { of: Date }>(
    `SELECT v.of, v.id, v.person_id, v.scope_kind, v.scope_key, v.content_seq, v.note, v.effective_from, v.created_at,
       v.created_by, c.content
     FROM (
       SELECT DISTINCT ON (i.at, scope_kind, scope_key) i.at AS "of", t.id, t.person_id, t.scope_kind, t.scope_key,
         t.content_seq, t.note, t.effective_from, t.created_at, t.created_by
       FROM unnest($1::text[]::timestamptz[]) AS i(at)
       JOIN terms_version t ON t.person_id = $2 AND t.effective_from <= i.at
       ORDER BY i.at, scope_kind, scope_key, effective_from DESC, id COLLATE "C" DESC) v
     LEFT JOIN terms_content c ON c.seq = v.content_seq`,
    [isoOf(instants), personId],
  );
  const versions = plainVersions(rows);
  const by = new Map<number, TermsVersion[]>();
  for (const { of, id } of rows) {
    const version = versions.get(id);
    if (version !== undefined) by.set(of.getTime(), [...(by.get(of.getTime()) ?? []), version]);
  }
  return by;
}

/** Versions that will take effect after `at`, of every scope of a person. */
export async function scheduledVersions(personId: string, at: Date): Promise<TermsVersion[]> {
  const rows = await db.prisma.termsVersion.findMany({
    where: { personId, effectiveFrom: { gt: at } },
    orderBy: [{ effectiveFrom: "asc" }, { id: "asc" }],
    include: { content: true },
  });
  return rows.map(versionOf);
}

/** A person's versions, newest first by when they take effect; `before` is the last one already shown. */
export async function versionHistory(
  personId: string,
  filter: {
    kind?: ScopeKind | undefined;
    key?: string | undefined;
    before?: { at: Date; id: string } | undefined;
    take: number;
  },
): Promise<TermsVersion[]> {
  const { before } = filter;
  const rows = await db.prisma.termsVersion.findMany({
    where: {
      personId,
      ...(filter.kind === undefined ? {} : { scopeKind: filter.kind }),
      ...(filter.key === undefined ? {} : { scopeKey: filter.key }),
      ...(before === undefined
        ? {}
        : {
            OR: [{ effectiveFrom: { lt: before.at } }, { effectiveFrom: before.at, id: { lt: before.id } }],
          }),
    },
    orderBy: [{ effectiveFrom: "desc" }, { id: "desc" }],
    take: filter.take,
    include: { content: true },
  });
  return rows.map(versionOf);
}

/** The version of the same scope that this one followed, or null for the first. */
export async function versionBefore(version: TermsVersion): Promise<TermsVersion | null> {
  const row = await db.prisma.termsVersion.findFirst({
    where: {
      personId: version.personId,
      scopeKind: version.scope.kind,
      scopeKey: version.key,
      OR: [
        { effectiveFrom: { lt: version.effectiveFrom } },
        { effectiveFrom: version.effectiveFrom, id: { lt: version.id } },
      ],
    },
    orderBy: [{ effectiveFrom: "desc" }, { id: "desc" }],
    include: { content: true },
  });
  return row === null ? null : versionOf(row);
}

export async function findVersion(personId: string, id: string): Promise<TermsVersion | null> {
  const row = await db.prisma.termsVersion.findFirst({ where: { id, personId }, include: { content: true } });
  return row === null ? null : versionOf(row);
}

/** Stores a meaning once and gives its short name; null stays null (a withdrawal). */
export async function storeContent(tx: Tx, terms: Terms | null, now: Date): Promise<number | null> {
  if (terms === null) return null;
  const json = termsToJson(terms);
  const text = canonicalJson(json);
  const hash = createHash("sha256").update(text).digest("hex");
  await tx.prisma.$executeRaw`
    INSERT INTO terms_content (hash, content, created_at) VALUES (${hash}, ${text}::jsonb, ${now})
    ON CONFLICT (hash) DO NOTHING`;
  return (await tx.prisma.termsContent.findUniqueOrThrow({ where: { hash } })).seq;
}

export async function addVersion(
  tx: Tx,
  version: Omit<TermsVersion, "id" | "key" | "terms">,
): Promise<string> {
  const id = newId("terms", version.createdAt);
  await tx.prisma.termsVersion.create({
    data: {
      id,
      personId: version.personId,
      scopeKind: version.scope.kind,
      scopeKey: scopeKey(version.scope, version.personId),
      contentSeq: version.contentSeq,
      note: version.note,
      effectiveFrom: version.effectiveFrom,
      createdAt: version.createdAt,
      createdBy: version.createdBy,
    },
  });
  return id;
}
