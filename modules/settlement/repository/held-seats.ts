import { db } from "@/infra/db/db";

export type GivenUpSeat = Readonly<{
  authorId: string;
  workId: string;
  why: "declined" | "left";
  givenUpAt: Date;
}>;

/** Seats that nobody can accept any more and for which money is held, the longest registered first. */
export async function givenUpSeatsWithMoney(
  page: Readonly<{ take: number; after: string | undefined }>,
): Promise<readonly GivenUpSeat[]> {
  const { rows } = await db.pool.query<GivenUpSeat>(
    `SELECT s.author_id AS "authorId", s.work_id AS "workId", s.why, s.given_up_at AS "givenUpAt" FROM works_given_up_seat_view s
     WHERE s.author_id > $1 AND EXISTS (
       SELECT FROM ledger_line_view l WHERE l.holder = 'author:' || s.author_id AND l.account = 'held'
       GROUP BY l.currency HAVING sum(l.minor) < 0)
     ORDER BY s.author_id LIMIT $2`,
    [page.after ?? "", page.take],
  );
  return rows;
}
