import { db } from "@/infra/db/db";
import { LAPSED_BY } from "./standing-joins";

/** People, the next after one by id, whose join of a deal expired with an amendment and who have not answered since. */
export async function lapsedAfter(
  dealId: string,
  page: Readonly<{ after: string; take: number }>,
): Promise<readonly string[]> {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT person_id AS id FROM (
      SELECT DISTINCT ON (person_id) person_id, choice, created_by FROM deal_choice
      WHERE deal_id = ${dealId} AND person_id > ${page.after}
      ORDER BY person_id, at DESC, id COLLATE "C" DESC) newest
    WHERE choice = 'neutral' AND created_by = ${LAPSED_BY}
    ORDER BY person_id LIMIT ${page.take}`;
  return rows.map((row) => row.id);
}
