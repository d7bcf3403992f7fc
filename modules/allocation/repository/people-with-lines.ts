import { db } from "@/infra/db/db";
import { PLAN_EACH_TIME } from "@/infra/db/statements";

/**
 * The next people by id who may have a part in a published allocation, each with the sum of their part, or null: owners of
 * its platform's handles at `at`, and co-authors of shares that were not posted whole.
 */
export async function peopleWithLines(
  allocation: Readonly<{ id: string; platformId: string; at: Date }>,
  page: Readonly<{ after: string; take: number }>,
): Promise<readonly Readonly<{ personId: string; minor: bigint | null }>[]> {
  const { rows } = await db.pool.query<{ person_id: string; minor: string | null }>(
    `${PLAN_EACH_TIME}
     WITH holder AS (
       SELECT DISTINCT person_id FROM works_verified_handle_view
       WHERE platform_id = $2 AND person_id > $4 AND NOT disputed
         AND verified_at <= $3 AND (ended_at IS NULL OR ended_at > $3)
       ORDER BY person_id LIMIT $5),
     split AS NOT MATERIALIZED (
       SELECT person_id, minor FROM allocation_split s WHERE allocation_id = $1 AND NOT EXISTS (
         SELECT FROM settlement_whole_share_view u WHERE u.allocation_id = $1 AND u.contributor = s.contributor AND u.divided_at IS NULL)),
     author AS (
       SELECT DISTINCT person_id FROM split
       WHERE person_id > $4 AND person_id LIKE 'per\\_%' ORDER BY person_id LIMIT $5),
     payee AS (
       SELECT person_id FROM holder UNION SELECT person_id FROM author ORDER BY person_id LIMIT $5),
     own AS (
       SELECT p.person_id, sum(CASE WHEN u.person_id <> p.person_id THEN s.minor ELSE s.minor - s.split_minor END) AS minor FROM payee p
       JOIN works_verified_handle_view v ON v.person_id = p.person_id AND v.platform_id = $2 AND NOT v.disputed
         AND v.verified_at <= $3 AND (v.ended_at IS NULL OR v.ended_at > $3)
       JOIN allocation_share s ON s.allocation_id = $1 AND s.contributor = v.name
       LEFT JOIN settlement_whole_share_view u ON u.allocation_id = $1 AND u.contributor = s.contributor GROUP BY p.person_id),
     part AS (
       SELECT person_id, sum(minor) AS minor FROM split
       WHERE person_id IN (SELECT person_id FROM author) GROUP BY person_id)
     SELECT p.person_id, CASE WHEN own.minor IS NULL AND part.minor IS NULL THEN NULL
                              ELSE COALESCE(own.minor, 0) + COALESCE(part.minor, 0) END AS minor
     FROM payee p LEFT JOIN own USING (person_id) LEFT JOIN part USING (person_id) ORDER BY p.person_id`,
    [allocation.id, allocation.platformId, allocation.at, page.after, page.take],
  );
  return rows.map((row) => ({
    personId: row.person_id,
    minor: row.minor === null ? null : BigInt(row.minor),
  }));
}
