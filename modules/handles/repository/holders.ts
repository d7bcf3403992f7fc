import { db } from "@/infra/db/db";

/** People who hold a proved handle on a platform at `at`, ordered by id, the next `take` after one: an index has them in order. */
export async function holdersAfter(
  platformId: string,
  of: Readonly<{ at: Date; after: string; take: number }>,
): Promise<readonly string[]> {
  const { at, after, take } = of;
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM works_verified_handle_view
    WHERE platform_id = ${platformId} AND person_id > ${after}
      AND verified_at <= ${at} AND (ended_at IS NULL OR ended_at > ${at})
    ORDER BY person_id LIMIT ${take}`;
  return rows.map((row) => row.id);
}
