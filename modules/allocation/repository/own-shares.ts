import { db } from "@/infra/db";

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

/**
 * Shares of handles that are (or were, when it counted) this person's, in the newest `take` allocations that have any. A
 * handle nobody held at the posting belongs to whoever proved it first afterwards, as its money does. Newest first. Costs
 * a look-up by key in `handle_period` and in `allocation_share` for each of the person's names and published allocation.
 */
export async function ownShares(
  personId: string,
  of: { allocationId?: string; before?: string; take: number; now: Date },
): Promise<readonly OwnShareRow[]> {
  const { rows } = await db.pool.query<Record<string, string | boolean | number | null>>(
    `WITH mine AS (SELECT DISTINCT platform_id, name FROM works_verified_handle_view WHERE person_id = $1),
      due AS (SELECT a.id, m.platform_id, m.name, COALESCE(a.posted_at, $2) AS at FROM mine m
        JOIN allocation a ON a.organisation_id = m.platform_id AND a.published_at IS NOT NULL
        WHERE ($3::text IS NULL OR a.id = $3) AND ($4::text IS NULL OR a.id COLLATE "C" < $4)),
      payee AS (SELECT d.*, v.person_id, v.disputed, row_number() OVER (
          PARTITION BY d.id, d.name ORDER BY (v.verified_at <= d.at) DESC, v.verified_at) AS place
        FROM due d JOIN works_verified_handle_view v ON v.platform_id = d.platform_id AND v.name = d.name
          AND (v.ended_at IS NULL OR v.ended_at > d.at)),
      own AS (SELECT s.*, p.disputed, dense_rank() OVER (ORDER BY s.allocation_id COLLATE "C" DESC) AS nth
        FROM payee p JOIN allocation_share s ON s.allocation_id = p.id AND s.contributor = p.name
        WHERE p.place = 1 AND p.person_id = $1)
    SELECT * FROM own WHERE nth <= $5 ORDER BY nth, contributor COLLATE "C"`,
    [personId, of.now, of.allocationId ?? null, of.before ?? null, of.take],
  );
  return rows.map((row) => ({
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
    splitMinor: BigInt(String(row.split_minor)),
    disputed: row.disputed === true,
  }));
}

/** Splits of shared works: those of these contributors, and those this person is paid as a co-author. */
export function splitsOf(
  allocationIds: readonly string[],
  personId: string,
  contributors: readonly string[],
) {
  return db.prisma.allocationSplit.findMany({
    where: {
      allocationId: { in: [...allocationIds] },
      OR: [{ personId }, { contributor: { in: [...contributors] } }],
    },
    orderBy: [{ allocationId: "desc" }, { contributor: "asc" }, { workId: "asc" }, { personId: "asc" }],
  });
}

/** The newest `take` allocations in which this person is paid as a co-author, newest first. */
export async function coAuthored(
  personId: string,
  page: { before?: string; take: number },
): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT DISTINCT allocation_id COLLATE "C" AS id FROM allocation_split
     WHERE person_id = $1 AND ($2::text IS NULL OR allocation_id COLLATE "C" < $2) ORDER BY id DESC LIMIT $3`,
    [personId, page.before ?? null, page.take],
  );
  return rows.map((row) => row.id);
}

/** True when this person has a line, or is paid as a co-author, in a published allocation. */
export async function hasPartIn(allocationId: string, personId: string, now: Date): Promise<boolean> {
  if ((await ownShares(personId, { allocationId, take: 1, now })).length > 0) return true;
  return (await db.prisma.allocationSplit.findFirst({ where: { allocationId, personId } })) !== null;
}
