import { db } from "@/infra/db/db";

/** What stands behind one answer: short names of the handle's and the person's terms (-1 none, 0 withdrawn), an answer to the deal. */
export type HeldTerms = Readonly<{ handle: number; person: number; choice: string; holders: number }>;

/**
 * How many holders of a proved profile on one platform have which terms as of `at`. At most `most` are looked at: beyond,
 * a sample in the order of the last, random, characters of their ids, so that it is the same sample each time.
 */
export async function countHeldTerms(
  of: Readonly<{ platformId: string; dealId: string | null; at: Date; most: number }>,
): Promise<Readonly<{ holders: number; asked: number; groups: readonly HeldTerms[] }>> {
  const { platformId, dealId, at, most } = of;
  const [counted, groups] = await Promise.all([
    db.prisma.$queryRaw<{ holders: bigint }[]>`
      SELECT count(*) AS holders FROM works_verified_handle_view
      WHERE platform_id = ${platformId} AND verified_at <= ${at} AND (ended_at IS NULL OR ended_at > ${at})`,
    db.prisma.$queryRaw<(Omit<HeldTerms, "holders"> & { holders: bigint })[]>`
      WITH held AS (SELECT handle_id, person_id FROM works_verified_handle_view
        WHERE platform_id = ${platformId} AND verified_at <= ${at} AND (ended_at IS NULL OR ended_at > ${at})
        ORDER BY right(handle_id, 8), handle_id LIMIT ${most})
      SELECT coalesce(h.content, -1) AS handle, coalesce(p.content, -1) AS person, coalesce(c.choice, '') AS choice,
        count(*) AS holders
      FROM held
      LEFT JOIN LATERAL (SELECT coalesce(content_seq, 0) AS content FROM terms_version t
        WHERE t.person_id = held.person_id AND t.scope_kind = 'handle' AND t.scope_key = held.handle_id
          AND t.effective_from <= ${at} ORDER BY t.effective_from DESC, t.id COLLATE "C" DESC LIMIT 1) h ON true
      LEFT JOIN LATERAL (SELECT coalesce(content_seq, 0) AS content FROM terms_version t
        WHERE t.person_id = held.person_id AND t.scope_kind = 'person' AND t.scope_key = held.person_id
          AND t.effective_from <= ${at} ORDER BY t.effective_from DESC, t.id COLLATE "C" DESC LIMIT 1) p ON true
      LEFT JOIN LATERAL (SELECT c.choice FROM deal_choice c WHERE c.deal_id = ${dealId ?? ""}
          AND c.person_id = held.person_id AND c.at <= ${at} ORDER BY c.at DESC, c.id COLLATE "C" DESC LIMIT 1) c ON true
      GROUP BY 1, 2, 3`,
  ]);
  const rows = groups.map((row) => ({ ...row, holders: Number(row.holders) }));
  return {
    holders: Number(counted[0]?.holders ?? 0n),
    asked: rows.reduce((sum, row) => sum + row.holders, 0),
    groups: rows,
  };
}
