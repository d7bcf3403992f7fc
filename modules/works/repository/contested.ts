import { db, type Tx } from "@/infra/db/db";

type Ident = Readonly<{ scheme: string; value: string }>;

/**
 * Of each of these works the identifiers under which somebody who shares in none of them has registered a living work too.
 * Works that were retired contest nothing.
 */
export async function contestedIdentifiers(
  workIds: readonly string[],
  tx?: Tx,
): Promise<ReadonlyMap<string, readonly Ident[]>> {
  if (workIds.length === 0) return new Map();
  const rows = await (tx?.prisma ?? db.prisma).$queryRaw<(Ident & { work_id: string })[]>`
    SELECT DISTINCT i.work_id, i.scheme, i.value
    FROM work_identifier i JOIN work w ON w.id = i.work_id AND w.retired_at IS NULL
      JOIN work_identifier o ON o.scheme = i.scheme AND o.value = i.value AND o.work_id <> i.work_id
      JOIN work ow ON ow.id = o.work_id AND ow.retired_at IS NULL AND ow.registered_by <> w.registered_by
    WHERE i.work_id = ANY (${[...workIds]}) ORDER BY i.work_id, i.scheme, i.value`;
  const found = new Map<string, Ident[]>();
  for (const { work_id, scheme, value } of rows)
    found.set(work_id, [...(found.get(work_id) ?? []), { scheme, value }]);
  return found;
}

/** Identifiers that living works of more than one person carry, each with those works, the oldest first. */
export async function contestedWorks(
  take: number,
): Promise<readonly (Ident & { workIds: readonly string[] })[]> {
  const rows = await db.prisma.$queryRaw<(Ident & { work_ids: string[] })[]>`
    SELECT i.scheme, i.value, array_agg(w.id ORDER BY w.id) AS work_ids
    FROM work_identifier i JOIN work w ON w.id = i.work_id AND w.retired_at IS NULL
    GROUP BY i.scheme, i.value HAVING count(DISTINCT w.registered_by) > 1
    ORDER BY max(w.created_at) DESC, i.scheme, i.value LIMIT ${take}`;
  return rows.map(({ scheme, value, work_ids }) => ({ scheme, value, workIds: work_ids }));
}
