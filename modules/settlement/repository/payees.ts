import type { Tx } from "@/infra/db/db";

/** The owner of a handle at some moment. */
export type Payee = Readonly<{
  name: string;
  personId: string | null;
  disputed: boolean;
  /** People who held the name and lost it in a dispute. */
  lost: readonly string[];
}>;

/**
 * The owners of handles whose standing may have changed since `asOf` (proved, released, disputed, decided), and of those
 * named. Every other handle is as the run froze it. As of an instant, or (`at` null) at this very moment.
 */
export async function changedPayees(
  tx: Tx,
  of: { platformId: string; asOf: Date; names: readonly string[]; at: Date | null },
): Promise<readonly Payee[]> {
  const { rows } = await tx.pg.query<{
    name: string;
    person_id: string | null;
    disputed: boolean;
    lost: string[];
  }>(
    `WITH touched AS (
       SELECT name FROM works_verified_handle_view WHERE platform_id = $1 AND verified_at > $2
       UNION SELECT name FROM works_verified_handle_view WHERE platform_id = $1 AND ended_at > $2
       UNION SELECT name FROM works_verified_handle_view WHERE platform_id = $1 AND disputed
       UNION SELECT name FROM works_verified_handle_view WHERE platform_id = $1 AND name = ANY($3))
     SELECT t.name, v.person_id, COALESCE(v.disputed, FALSE) AS disputed,
       ARRAY(SELECT l.person_id FROM works_verified_handle_view l
         WHERE l.platform_id = $1 AND l.name = t.name AND l.end_reason = 'lost') AS lost FROM touched t
     LEFT JOIN works_verified_handle_view v ON v.platform_id = $1 AND v.name = t.name
       AND ($4::timestamptz IS NULL OR v.verified_at <= $4) AND (v.ended_at IS NULL OR v.ended_at > $4)`,
    [of.platformId, of.asOf, of.names, of.at],
  );
  return rows.map(({ name, person_id: personId, disputed, lost }) => ({ name, personId, disputed, lost }));
}
