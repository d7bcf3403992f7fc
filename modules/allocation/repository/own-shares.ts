import { db } from "@/infra/db/db";
import { PLAN_EACH_TIME } from "@/infra/db/statements";
import { growingBatches } from "../domain/partition-batches";
import { PENDING_AUTHOR } from "../domain/splits";

/** One line of a person's own in a sealed allocation: of a handle they held when it was posted, or hold now if not yet. */
export type OwnShareRow = Readonly<{
  allocationId: string;
  contributor: string;
  outcome: "paid" | "floor_not_met";
  rows: bigint;
  tokens: bigint;
  weight: bigint;
  floorMicros: bigint | null;
  baseMinor: bigint;
  leftover: number;
  minor: bigint;
  capped: boolean;
  splitMinor: bigint;
  disputed: boolean;
}>;

export type OwnSplitRow = Readonly<{
  allocationId: string;
  contributor: string;
  workId: string;
  personId: string;
  shareBps: number;
  workMinor: bigint;
  minor: bigint;
  /** It came through a handle the author has lost: it counts in the division, and is the winner's. */
  lost: boolean;
}>;

/** Which published allocations are looked at: by id, by deal, those not on the books yet, those older than one. */
export type Among = Readonly<{
  allocationIds?: readonly string[];
  dealIds?: readonly string[];
  unposted?: boolean;
  before?: string;
}>;

/** What came to somebody as an author through a handle of their own went with the handle when they lost it. */
const LOST = (
  split: string,
) => `EXISTS (SELECT FROM works_verified_handle_view v JOIN allocation o ON o.organisation_id = v.platform_id
  WHERE o.id = ${split}.allocation_id AND v.name = ${split}.contributor AND v.person_id = ${split}.person_id AND v.end_reason = 'lost')`;

type Place = Readonly<{ id: string; name: string; disputed: boolean }>;

// A look-up names the partitions it wants, so that planning costs as many as are asked and not as many as there are. Who has
// no share in the newest is looked for in twice as many each time; each partition is a few locks, which bounds it.
const PARTITIONS_AT_ONCE = { first: 25, max: 400 };

/**
 * Shares of this person's handles in the newest `take` allocations that have any, newest first. A share belongs to:
 * - the handle's owner at the posting;
 * - the first person to prove it later, if nobody owned it;
 * - the winner, if it was disputed.
 */
export async function ownShares(
  personId: string,
  of: Among & Readonly<{ take?: number; now: Date }>,
): Promise<readonly OwnShareRow[]> {
  const places = await ownPlaces(personId, of, of.now);
  const ids = [...new Set(places.map((place) => place.id))];
  const found: OwnShareRow[] = [];
  const seen = new Set<string>();
  for (const chunk of growingBatches(ids, PARTITIONS_AT_ONCE)) {
    for (const row of await sharesAt(personId, places, chunk)) {
      if (!seen.has(row.allocationId) && seen.size === of.take) return found;
      seen.add(row.allocationId);
      found.push(row);
    }
  }
  return found;
}

/** Where lines of this person can be: allocation by allocation, newest first, under which names. */
async function ownPlaces(personId: string, among: Among, now: Date): Promise<readonly Place[]> {
  const { rows } = await db.pool.query<Place>(
    `WITH mine AS (SELECT DISTINCT platform_id, name FROM works_verified_handle_view WHERE person_id = $1),
      fate AS (SELECT v.platform_id, v.name, v.person_id, bool_or(v.end_reason IS NOT DISTINCT FROM 'lost') AS lost,
          bool_or(v.disputed AND v.ended_at IS NULL) AS disputed
        FROM mine JOIN works_verified_handle_view v USING (platform_id, name) GROUP BY 1, 2, 3),
      due AS (SELECT a.id, m.platform_id, m.name, COALESCE(a.posted_at, $2) AS at FROM mine m
        JOIN allocation a ON a.organisation_id = m.platform_id AND a.published_at IS NOT NULL
        WHERE ($3::text IS NULL OR a.id COLLATE "C" < $3) AND (NOT $4 OR a.posted_at IS NULL)
          AND ($5::text[] IS NULL OR a.id = ANY ($5)) AND ($6::text[] IS NULL OR a.deal_id = ANY ($6))),
      payee AS (SELECT d.id, d.name, v.person_id, f.disputed, row_number() OVER (
          PARTITION BY d.id, d.name ORDER BY (v.verified_at <= d.at) DESC, v.verified_at) AS place
        FROM due d JOIN works_verified_handle_view v ON v.platform_id = d.platform_id AND v.name = d.name
          AND (v.ended_at IS NULL OR (v.ended_at > d.at AND NOT v.disputed))
        JOIN fate f ON f.platform_id = v.platform_id AND f.name = v.name AND f.person_id = v.person_id AND NOT f.lost)
    SELECT id, name, disputed FROM payee WHERE place = 1 AND person_id = $1
    ORDER BY id COLLATE "C" DESC, name COLLATE "C"`,
    [
      personId,
      now,
      among.before ?? null,
      among.unposted ?? false,
      among.allocationIds ?? null,
      among.dealIds ?? null,
    ],
  );
  return rows;
}

async function sharesAt(
  personId: string,
  places: readonly Place[],
  ids: readonly string[],
): Promise<readonly OwnShareRow[]> {
  const disputed = new Map(places.map(({ id, name, disputed: is }) => [`${id} ${name}`, is]));
  const { rows } = await db.pool.query<Record<string, string | boolean | number | null>>(
    `${PLAN_EACH_TIME} SELECT s.*, u.person_id IS NOT NULL AS whole, CASE WHEN s.split_minor > 0 THEN (
       SELECT sum(p.minor)::bigint FROM allocation_split p WHERE p.allocation_id = s.allocation_id AND p.contributor = s.contributor
         AND ${LOST("p")}) END AS lost_minor FROM allocation_share s
     LEFT JOIN settlement_whole_share_view u ON u.allocation_id = s.allocation_id AND u.contributor = s.contributor
       AND u.divided_at IS NULL AND u.person_id <> $3
     WHERE s.allocation_id = ANY ($1) AND s.contributor = ANY ($2)
     ORDER BY s.allocation_id COLLATE "C" DESC, s.contributor COLLATE "C"`,
    [ids, [...new Set(places.map((place) => place.name))], personId],
  );
  return rows.flatMap((row) => {
    // The same name can be another platform's, or another person's by then.
    const is = disputed.get(`${row.allocation_id} ${row.contributor}`);
    return is === undefined ? [] : [shareOf(row, is)];
  });
}

function shareOf(row: Record<string, string | boolean | number | null>, disputed: boolean): OwnShareRow {
  return {
    allocationId: String(row.allocation_id),
    contributor: String(row.contributor),
    outcome: row.outcome === "paid" ? "paid" : "floor_not_met",
    rows: BigInt(String(row.rows)),
    tokens: BigInt(String(row.tokens)),
    weight: BigInt(String(row.weight)),
    floorMicros: row.floor_micros === null ? null : BigInt(String(row.floor_micros)),
    baseMinor: BigInt(String(row.base_minor)),
    leftover: Number(row.leftover),
    minor: BigInt(String(row.minor)),
    capped: row.capped === true,
    // Whose the handle is now, had no part in its works: the share is theirs whole.
    splitMinor:
      row.whole === true ? 0n : BigInt(String(row.split_minor)) - BigInt(String(row.lost_minor ?? 0)),
    disputed,
  };
}

/** A split of a share that was posted whole is nobody's yet, but for who holds the handle and wrote the works. */
const DECIDED = `NOT EXISTS (SELECT FROM settlement_whole_share_view u WHERE u.allocation_id = s.allocation_id
  AND u.contributor = s.contributor AND u.divided_at IS NULL)`;
/**
 * Splits of shared works in these allocations: those of these contributors, those this person is paid as a co-author, and
 * of works this person is an author of, those that waited for authors to accept. With a seat's split come all of its work.
 */
export async function splitsOf(
  allocationIds: readonly string[],
  personId: string,
  contributors: readonly string[],
): Promise<readonly OwnSplitRow[]> {
  if (allocationIds.length === 0) return [];
  const { rows } = await db.pool.query<Record<string, string> & { lost: boolean }>(
    `SELECT s.allocation_id, s.contributor, s.work_id, s.person_id, s.share_bps, s.work_minor, s.minor,
       ${LOST("s")} AS lost
     FROM allocation_split s WHERE s.allocation_id = ANY ($2) AND (s.person_id = $1 OR s.contributor = ANY ($3)
       OR s.work_id IN (SELECT work_id FROM works_work_matcher_view WHERE person_id = $1 AND scheme = 'work_id'))
       AND (${DECIDED} OR (s.contributor = ANY ($3) AND EXISTS (SELECT FROM settlement_whole_share_view u
         WHERE u.allocation_id = s.allocation_id AND u.contributor = s.contributor AND u.person_id = $1)))
     ORDER BY s.allocation_id COLLATE "C" DESC, s.contributor COLLATE "C", s.work_id, s.person_id`,
    [personId, allocationIds, contributors],
  );
  return rows.map((row) => ({
    allocationId: row.allocation_id ?? "",
    contributor: row.contributor ?? "",
    workId: row.work_id ?? "",
    personId: row.person_id ?? "",
    shareBps: Number(row.share_bps),
    workMinor: BigInt(row.work_minor ?? 0),
    minor: BigInt(row.minor ?? 0),
    lost: row.lost,
  }));
}

/** The newest `take` allocations in which this person is paid as a co-author, then or since, newest first. */
export async function coAuthored(
  personId: string,
  of: Among & Readonly<{ take?: number }>,
): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT DISTINCT s.allocation_id COLLATE "C" AS id FROM allocation_split s
       JOIN allocation a ON a.id = s.allocation_id
     WHERE (s.person_id = $1 OR (s.person_id = '${PENDING_AUTHOR}' AND s.work_id IN
         (SELECT work_id FROM works_work_matcher_view WHERE person_id = $1 AND scheme = 'work_id')))
       AND ${DECIDED} AND NOT ${LOST("s")} AND a.published_at IS NOT NULL AND ($2::text IS NULL OR a.id COLLATE "C" < $2)
       AND (NOT $3 OR a.posted_at IS NULL) AND ($4::text[] IS NULL OR a.id = ANY ($4))
       AND ($5::text[] IS NULL OR a.deal_id = ANY ($5))
     ORDER BY id DESC LIMIT $6`,
    [
      personId,
      of.before ?? null,
      of.unposted ?? false,
      of.allocationIds ?? null,
      of.dealIds ?? null,
      of.take ?? null,
    ],
  );
  return rows.map((row) => row.id);
}

/** True when this person has a line, or is paid as a co-author, in a published allocation. */
export async function hasPartIn(allocationId: string, personId: string, now: Date): Promise<boolean> {
  if ((await ownShares(personId, { allocationIds: [allocationId], now })).length > 0) return true;
  return (await coAuthored(personId, { allocationIds: [allocationId], take: 1 })).length > 0;
}

export type Candidate = Readonly<{
  id: string;
  dealId: string;
  currency: string;
  postedAt: Date | null;
  /** Of a deal that came to nothing after it was sealed. */
  cancelled: boolean;
}>;

/** Of these deals, those whose sealed shares are still being loaded: nobody can say yet what of them is whose. */
export async function unpublishedAmong(dealIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.prisma.allocation.findMany({
    where: { dealId: { in: [...dealIds] }, sealedAt: { not: null }, publishedAt: null },
    select: { dealId: true },
  });
  return rows.map((row) => row.dealId);
}

/** Published allocations in which this person may have a part: those of these deals, and those not on the books yet. */
export async function candidatesFor(
  personId: string,
  dealIds: readonly string[],
): Promise<readonly Candidate[]> {
  const { rows } = await db.pool.query<Candidate>(
    `WITH works AS (SELECT work_id FROM works_work_matcher_view WHERE person_id = $1 AND scheme = 'work_id'),
      open AS (
        SELECT a.id FROM allocation a WHERE a.posted_at IS NULL AND a.organisation_id IN
          (SELECT platform_id FROM works_verified_handle_view WHERE person_id = $1)
        UNION SELECT allocation_id FROM allocation_split WHERE person_id = $1
        UNION SELECT allocation_id FROM allocation_split WHERE work_id IN (SELECT work_id FROM works)),
      found AS (
        SELECT a.* FROM allocation a WHERE a.published_at IS NOT NULL AND a.deal_id = ANY ($2)
        UNION SELECT a.* FROM open JOIN allocation a ON a.id = open.id
         WHERE a.published_at IS NOT NULL AND a.posted_at IS NULL)
    SELECT f.id, f.deal_id AS "dealId", f.currency::text, f.posted_at AS "postedAt", c.deal_id IS NOT NULL AS cancelled
     FROM found f LEFT JOIN deals_cancelled_deal_view c ON c.deal_id = f.deal_id
     WHERE c.deal_id IS NULL OR f.deal_id = ANY ($2)`,
    [personId, dealIds],
  );
  return rows;
}
