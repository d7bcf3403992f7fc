import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { db } from "@/infra/db/db";
import { copyOut } from "./copy-out";

const lit = (text: string): string => pg.escapeLiteral(text);
const instant = (at: Date): string => `${lit(at.toISOString())}::timestamptz`;

/** `since`: only what may differ from a set that was kept as of then; null for everything. */
export type FreezeOf = Readonly<{ platformId: string; dealId: string; asOf: Date; since: Date | null }>;

/** Handles held at `asOf` on one platform, as works publishes them. */
const held = ({ platformId, asOf }: FreezeOf): string =>
  `SELECT name, handle_id, person_id, disputed FROM works_verified_handle_view
   WHERE platform_id = ${lit(platformId)} AND verified_at <= ${instant(asOf)}
     AND (ended_at IS NULL OR ended_at > ${instant(asOf)})`;

const between = (column: string, since: Date, asOf: Date): string =>
  `${column} > ${instant(since)} AND ${column} <= ${instant(asOf)}`;

type Since = FreezeOf & Readonly<{ since: Date }>;
const isSince = (of: FreezeOf): of is Since => of.since !== null;

/** Names on the platform that began or ceased to be somebody's since then. */
const touchedNames = ({ platformId, asOf, since }: Since): string =>
  `SELECT name FROM works_verified_handle_view WHERE platform_id = ${lit(platformId)} AND ${between("verified_at", since, asOf)}
   UNION SELECT name FROM works_verified_handle_view
   WHERE platform_id = ${lit(platformId)} AND ${between("ended_at", since, asOf)}`;

/** People whose terms changed since then, for themselves or for one of their handles. */
const touchedPeople = ({ asOf, since }: Since): string =>
  `SELECT DISTINCT person_id FROM terms_version
   WHERE scope_kind IN ('person', 'handle') AND ${between("effective_from", since, asOf)}`;

const handles = (of: FreezeOf): string =>
  isSince(of)
    ? `${held(of)} AND name IN (${touchedNames(of)}) UNION ${held(of)} AND person_id IN (${touchedPeople(of)})`
    : held(of);

/**
 * `telling`: works that need a word of their own (terms, or co-authors) and that somebody who holds a handle here answers
 * for. EXISTS, not IN: with few works PostgreSQL then looks their authors up instead of hashing every handle.
 */
const works = ({ platformId, asOf }: FreezeOf): string =>
  `WITH standing AS NOT MATERIALIZED (SELECT work_id, person_id, scheme, value FROM works_work_matcher_view
     WHERE accepted_at <= ${instant(asOf)} AND (retired_at IS NULL OR retired_at > ${instant(asOf)})),
   telling AS MATERIALIZED (SELECT work_id FROM (
       SELECT work_id FROM standing WHERE scheme = 'work_id' GROUP BY work_id HAVING count(DISTINCT person_id) > 1
       UNION SELECT scope_key FROM terms_version WHERE scope_kind = 'work' AND effective_from <= ${instant(asOf)}) t
     WHERE EXISTS (SELECT FROM standing s WHERE s.work_id = t.work_id AND s.scheme = 'work_id' AND EXISTS (
       SELECT FROM works_verified_handle_view h WHERE h.person_id = s.person_id
         AND h.platform_id = ${lit(platformId)} AND h.verified_at <= ${instant(asOf)}
         AND (h.ended_at IS NULL OR h.ended_at > ${instant(asOf)})))),
   authors AS NOT MATERIALIZED (SELECT DISTINCT work_id, person_id FROM standing
     WHERE work_id IN (SELECT work_id FROM telling))`;

const VERSION =
  "scope_key, id, (date_part('epoch', effective_from) * 1000)::bigint, coalesce(content_seq, 0)";

const holdsHere = ({ platformId, asOf }: FreezeOf): string =>
  `EXISTS (SELECT FROM works_verified_handle_view h WHERE h.person_id = t.person_id
     AND h.platform_id = ${lit(platformId)} AND h.verified_at <= ${instant(asOf)}
     AND (h.ended_at IS NULL OR h.ended_at > ${instant(asOf)}))`;

/** The extracts a freeze is made of, each one COPY: what they hold is fixed by `asOf`, so they need no common snapshot. */
export const EXTRACTS = {
  /** name, handle_id, person_id, disputed */
  handles,
  /**
   * key (person or handle id), version, from_ms, content: every version up to then; the newest is taken later. People who
   * hold a handle here come first, by a plain semi-join; then co-authors who do not.
   */
  versions: (of: FreezeOf): string =>
    isSince(of)
      ? `${works(of)} SELECT ${VERSION} FROM terms_version t
         WHERE scope_kind IN ('person', 'handle') AND effective_from <= ${instant(of.asOf)}
           AND person_id IN (SELECT person_id FROM (${handles(of)}) h UNION SELECT person_id FROM authors)`
      : `${works(of)} SELECT ${VERSION} FROM terms_version t
         WHERE scope_kind IN ('person', 'handle') AND effective_from <= ${instant(of.asOf)} AND ${holdsHere(of)}
         UNION ALL SELECT ${VERSION} FROM terms_version t
         WHERE scope_kind = 'person' AND effective_from <= ${instant(of.asOf)}
           AND person_id IN (SELECT person_id FROM authors) AND NOT ${holdsHere(of)}`,
  /** kind (name | person), key: the owner of a line of the cached set that no longer holds */
  touched: (of: FreezeOf): string => {
    if (!isSince(of)) return "SELECT 'name', '' WHERE FALSE";
    return `SELECT 'name', name FROM (${touchedNames(of)}) n UNION ALL SELECT 'person', person_id FROM (${touchedPeople(of)}) p`;
  },
  /** person_id, choice id, choice, at_ms */
  choices: (of: FreezeOf): string =>
    `SELECT person_id, id, choice, (date_part('epoch', at) * 1000)::bigint FROM deal_choice
     WHERE deal_id = ${lit(of.dealId)} AND at <= ${instant(of.asOf)}`,
  /** handle_id, prefix, version, from_ms, content: prefixes within handles held here */
  prefixes: (of: FreezeOf): string =>
    `SELECT h.handle_id, substr(t.scope_key, strpos(t.scope_key, '|') + 1), t.id,
       (date_part('epoch', t.effective_from) * 1000)::bigint, coalesce(t.content_seq, 0)
     FROM terms_version t JOIN (${held(of)}) h
       ON h.handle_id = split_part(t.scope_key, '|', 1) AND h.person_id = t.person_id
     WHERE t.scope_kind = 'url_prefix' AND t.effective_from <= ${instant(of.asOf)}`,
  /** work_id, person_id: the accepted authors of works that need a word of their own */
  authors: (of: FreezeOf): string => `${works(of)} SELECT work_id, person_id FROM authors`,
  /** work_id, scheme, value */
  matchers: (of: FreezeOf): string =>
    `${works(of)} SELECT DISTINCT work_id, scheme, value FROM standing WHERE work_id IN (SELECT work_id FROM telling)`,
  /** work_id, person_id, version, from_ms, content */
  workVersions: (of: FreezeOf): string =>
    `${works(of)} SELECT scope_key, person_id, id, (date_part('epoch', effective_from) * 1000)::bigint,
       coalesce(content_seq, 0) FROM terms_version
     WHERE scope_kind = 'work' AND effective_from <= ${instant(of.asOf)} AND scope_key IN (SELECT work_id FROM telling)`,
} as const;

/** The number of names and people that may differ from the set cached as of `since`. */
export async function countTouched(of: Since): Promise<bigint> {
  const { rows } = await db.pool.query(`SELECT count(*) AS n FROM (${EXTRACTS.touched(of)}) t`);
  return BigInt((rows[0] as { n: string }).n);
}

/** Streams one extract into a CSV file, without its rows passing through memory. */
export async function extract(name: keyof typeof EXTRACTS, of: FreezeOf, file: string): Promise<void> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    const rows = copyOut(client, `COPY (${EXTRACTS[name](of)}) TO STDOUT (FORMAT csv)`);
    await pipeline(rows, createWriteStream(file));
  } catch (error) {
    broken = error as Error; // A connection that died in the middle of a COPY must not be used again.
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The meanings behind the given short names. */
export async function contentsBySeq(
  seqs: readonly number[],
): Promise<readonly { seq: number; content: unknown }[]> {
  return db.prisma.termsContent.findMany({
    where: { seq: { in: [...seqs] } },
    select: { seq: true, content: true },
  });
}
