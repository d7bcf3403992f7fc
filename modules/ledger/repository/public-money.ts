import { db } from "@/infra/db/db";

export type DealAmount = Readonly<{ dealId: string; account: string; currency: string; minor: bigint }>;

/** What waits unclaimed under a holder, per deal and currency, as positive amounts. */
export async function unclaimedByDeal(
  holders: readonly string[],
): Promise<readonly Readonly<{ holder: string; dealId: string | null; currency: string; minor: bigint }>[]> {
  const { rows } = await db.pool.query<{
    holder: string;
    deal_id: string | null;
    currency: string;
    minor: string;
  }>(
    `SELECT holder, deal_id, currency, (-sum(minor))::text AS minor FROM line
     WHERE holder = ANY ($1::text[]) AND account = 'unclaimed'
     GROUP BY holder, deal_id, currency HAVING sum(minor) < 0 ORDER BY holder, currency, deal_id`,
    [holders],
  );
  return rows.map((row) => ({
    holder: row.holder,
    dealId: row.deal_id,
    currency: row.currency,
    minor: BigInt(row.minor),
  }));
}

/** What stands on these accounts for these deals, as positive amounts (credit), from the kept sums. */
export async function dealAmounts(
  dealIds: readonly string[],
  accounts: readonly string[],
): Promise<readonly DealAmount[]> {
  const rows = await db.prisma.accountBalance.findMany({
    where: { dealId: { in: [...dealIds] }, account: { in: [...accounts] } },
  });
  return rows.map(({ dealId, account, currency, minor }) => ({ dealId, account, currency, minor: -minor }));
}
