import { db } from "@/infra/db/db";
import { PLAN_EACH_TIME } from "@/infra/db/statements";

export type SealedShareRow = Readonly<{
  platformId: string;
  contributor: string;
  dealId: string;
  currency: string;
  minor: bigint;
  posted: boolean;
}>;

/** Lines of these contributors in the sealed and published allocations of their platforms' living deals: a look-up by key in each. */
export async function sealedShareRows(
  seats: readonly Readonly<{ platformId: string; name: string }>[],
): Promise<readonly SealedShareRow[]> {
  const { rows } = await db.pool.query<{
    platform_id: string;
    contributor: string;
    deal_id: string;
    currency: string;
    minor: string;
    posted: boolean;
  }>(
    `${PLAN_EACH_TIME}
     SELECT a.organisation_id AS platform_id, s.contributor, a.deal_id, a.currency, (s.minor - s.split_minor)::text AS minor,
       a.posted_at IS NOT NULL AS posted
     FROM unnest($1::text[], $2::text[]) AS seat(platform_id, name)
     JOIN allocation a ON a.organisation_id = seat.platform_id AND a.published_at IS NOT NULL AND a.sealed_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM deals_cancelled_deal_view c WHERE c.deal_id = a.deal_id)
     JOIN allocation_share s ON s.allocation_id = a.id AND s.contributor = seat.name`,
    [seats.map(({ platformId }) => platformId), seats.map(({ name }) => name)],
  );
  return rows.map((row) => ({
    platformId: row.platform_id,
    contributor: row.contributor,
    dealId: row.deal_id,
    currency: row.currency,
    minor: BigInt(row.minor),
    posted: row.posted,
  }));
}
