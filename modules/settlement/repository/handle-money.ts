import { db, type Tx } from "@/infra/db/db";
import { PLAN_EACH_TIME } from "@/infra/db/statements";
import { handleHolder } from "@/modules/ledger/domain/chart";

export type Undivided = Readonly<{ allocationId: string; contributor: string; personId: string }>;

/** Notes which shares with shared works a posting pays whole: they wait for it to be decided who divides them. */
export async function keepUndivided(tx: Tx, rows: readonly Undivided[]): Promise<void> {
  await tx.prisma.allocationUndivided.createMany({ data: [...rows] });
}

/** Deletes the notes of a posting that was reversed; the next posting writes its own. */
export async function forgetUndivided(tx: Tx, allocationId: string): Promise<void> {
  await tx.prisma.allocationUndivided.deleteMany({ where: { allocationId } });
}

export type UndividedShare = Readonly<{ allocationId: string; dealId: string; currency: string }>;

/** Shares of this name that were posted whole, were divided for this person's works, and never were paid out so. */
export async function undividedFor(
  tx: Tx,
  of: Readonly<{ platformId: string; name: string; personId: string }>,
): Promise<readonly UndividedShare[]> {
  const { rows } = await tx.pg.query<UndividedShare>(
    `SELECT u.allocation_id AS "allocationId", a.deal_id AS "dealId", a.currency::text FROM allocation_undivided u
     JOIN allocation_allocation_view a ON a.id = u.allocation_id AND a.organisation_id = $1
     WHERE u.contributor = $2 AND u.person_id = $3 AND u.divided_at IS NULL ORDER BY u.allocation_id`,
    [of.platformId, of.name, of.personId],
  );
  return rows;
}

export async function markDivided(
  tx: Tx,
  allocationId: string,
  contributor: string,
  at: Date,
): Promise<void> {
  await tx.prisma.allocationUndivided.update({
    where: { contributor_allocationId: { contributor, allocationId } },
    data: { dividedAt: at },
  });
}

type Posted = Readonly<{ id: string; dealId: string; currency: string; published: boolean }>;

/** Allocations that were posted while this name was this person's, less those named. */
export async function postedWhileHeld(
  tx: Tx,
  of: Readonly<{ platformId: string; name: string; personId: string; except: readonly string[] }>,
): Promise<readonly Posted[]> {
  const { rows } = await tx.pg.query<Posted>(
    `SELECT a.id, a.deal_id AS "dealId", a.currency::text, a.published_at IS NOT NULL AS published FROM allocation_allocation_view a
     WHERE a.organisation_id = $1 AND a.posted_at IS NOT NULL AND a.id <> ALL ($4) AND EXISTS (
       SELECT FROM works_verified_handle_view v WHERE v.platform_id = $1 AND v.name = $2 AND v.person_id = $3
         AND v.verified_at <= a.posted_at AND (v.ended_at IS NULL OR v.ended_at > a.posted_at))`,
    [of.platformId, of.name, of.personId, of.except],
  );
  return rows;
}

type Released = Readonly<{ id: string; entryId: string; dealId: string; currency: string }>;

/**
 * Allocations whose reserve was released while this name was this person's, and paid straight to a person: the release left
 * nothing under the handle.
 */
export async function releasedWhileHeld(
  tx: Tx,
  of: Readonly<{ platformId: string; name: string; personId: string }>,
): Promise<readonly Released[]> {
  const { rows } = await tx.pg.query<Released>(
    `SELECT a.id, e.id AS "entryId", a.deal_id AS "dealId", a.currency::text FROM allocation_allocation_view a
     JOIN ledger_entry_view e ON e.cause = 'reserve' AND e.cause_id = a.id
     WHERE a.organisation_id = $1 AND a.posted_at IS NOT NULL AND NOT EXISTS (SELECT FROM ledger_entry_view r WHERE r.reverses_id = e.id)
       AND NOT EXISTS (SELECT FROM ledger_line_view l WHERE l.holder = $4 AND l.entry_no = e.no)
       AND EXISTS (
         SELECT FROM works_verified_handle_view v WHERE v.platform_id = $1 AND v.name = $2 AND v.person_id = $3
           AND v.verified_at <= e.effective_at AND (v.ended_at IS NULL OR v.ended_at > e.effective_at))`,
    [of.platformId, of.name, of.personId, handleHolder(of.platformId, of.name)],
  );
  return rows;
}

/**
 * What these postings paid a person for a name of theirs: where the share was posted whole, all of it; else what is not
 * co-authors', with the person's own part of their shared works.
 */
export async function paidForName(
  tx: Tx,
  allocationIds: readonly string[],
  of: Readonly<{ name: string; personId: string }>,
): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await tx.pg.query<{ id: string; minor: string }>(
    `${PLAN_EACH_TIME} SELECT s.allocation_id AS id, (CASE WHEN u.allocation_id IS NOT NULL THEN s.minor ELSE s.minor - s.split_minor + COALESCE((
         SELECT sum(p.minor) FROM allocation_split_view p
         WHERE p.allocation_id = s.allocation_id AND p.contributor = s.contributor AND p.person_id = $3), 0) END)::text AS minor
     FROM allocation_share_view s LEFT JOIN allocation_undivided u USING (allocation_id, contributor)
     WHERE s.allocation_id = ANY ($1) AND s.contributor = $2`,
    [allocationIds, of.name, of.personId],
  );
  return new Map(rows.map(({ id, minor }) => [id, BigInt(minor)]));
}

/** Money under handles, where the standing of its handle says another place: unclaimed though proved, held though not disputed. */
export const MISPLACED = `SELECT m.holder, m.account, m.currency, m.minor FROM (
    SELECT holder, account, currency, -sum(minor) AS minor FROM ledger_line_view WHERE starts_with(holder, 'handle:')
    GROUP BY 1, 2, 3 HAVING sum(minor) <> 0) m
  LEFT JOIN works_verified_handle_view v ON v.ended_at IS NULL AND m.holder = 'handle:' || v.platform_id || ':' || v.name
  WHERE CASE m.account WHEN 'held' THEN v.disputed IS NOT TRUE ELSE v.name IS NOT NULL END`;

/** The names whose money is not where it belongs: none, unless news of a handle was lost. */
export async function misplacedNames(): Promise<readonly Readonly<{ platformId: string; name: string }>[]> {
  const { rows } = await db.pool.query<{ platformId: string; name: string }>(
    `SELECT DISTINCT split_part(holder, ':', 2) AS "platformId", substr(holder, length(split_part(holder, ':', 2)) + 9) AS name
     FROM (${MISPLACED}) m ORDER BY 1, 2`,
  );
  return rows;
}
