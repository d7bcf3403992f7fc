import { db, type Tx } from "@/infra/db/db";

export type OwnHandle = Readonly<{ handleId: string; platformId: string; name: string; disputed: boolean }>;

/** The handles a person holds at `at`, by what works publishes (works_verified_handle_view). */
export async function handlesHeld(
  personId: string,
  at: Date,
  tx: Pick<Tx, "prisma"> = db,
): Promise<readonly OwnHandle[]> {
  return tx.prisma.$queryRaw<OwnHandle[]>`
    SELECT handle_id AS "handleId", platform_id AS "platformId", name, disputed FROM works_verified_handle_view
    WHERE person_id = ${personId} AND verified_at <= ${at} AND (ended_at IS NULL OR ended_at > ${at})
    ORDER BY platform_id, name COLLATE "C"`;
}

/** The same for several instants, keyed by the instant's milliseconds; one query over the person's proof periods. */
export async function handlesHeldAt(
  personId: string,
  instants: readonly Date[],
): Promise<ReadonlyMap<number, readonly OwnHandle[]>> {
  const { rows } = await db.pool.query<OwnHandle & { at: Date }>(
    `SELECT i.at, handle_id AS "handleId", platform_id AS "platformId", name, disputed
     FROM unnest($1::text[]::timestamptz[]) AS i(at)
     JOIN works_verified_handle_view ON person_id = $2 AND verified_at <= i.at
       AND (ended_at IS NULL OR ended_at > i.at)
     ORDER BY platform_id, name COLLATE "C"`,
    [isoOf(instants), personId],
  );
  const by = new Map<number, OwnHandle[]>();
  for (const { at, ...handle } of rows) by.set(at.getTime(), [...(by.get(at.getTime()) ?? []), handle]);
  return by;
}

/** Distinct instants as text, for an array in SQL. */
export const isoOf = (instants: readonly Date[]): string[] => [
  ...new Set(instants.map((at) => at.toISOString())),
];

export type OwnWork = Readonly<{ workId: string; scheme: string; value: string }>;

/** By what each work a person answers for at `at` is recognised (works_work_matcher_view). */
export async function worksHeld(
  personId: string,
  at: Date,
  tx: Pick<Tx, "prisma"> = db,
): Promise<readonly OwnWork[]> {
  return tx.prisma.$queryRaw<OwnWork[]>`
    SELECT work_id AS "workId", scheme, value FROM works_work_matcher_view
    WHERE person_id = ${personId} AND accepted_at <= ${at} AND (retired_at IS NULL OR retired_at > ${at})
    ORDER BY work_id, scheme, value COLLATE "C"`;
}
