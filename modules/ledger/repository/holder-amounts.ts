import { db, type Tx } from "@/infra/db/db";

/** Money of one deal (null: of none) in one currency, in minor units. */
export type DealAmount = Readonly<{ dealId: string | null; currency: string; minor: bigint }>;

type AmountRow = Readonly<{ deal_id: string | null; currency: string; minor: string }>;

const amountOf = (row: AmountRow): DealAmount => ({
  dealId: row.deal_id,
  currency: row.currency,
  minor: BigInt(row.minor),
});

/** What a holder has on one account, per deal and currency, above zero; amounts of zero are left out. */
export async function amountsOf(tx: Tx, holder: string, account: string): Promise<readonly DealAmount[]> {
  const { rows } = await tx.pg.query<AmountRow>(
    `SELECT deal_id, currency, (-sum(minor))::text AS minor FROM line WHERE holder = $1 AND account = $2
     GROUP BY deal_id, currency HAVING sum(minor) < 0 ORDER BY deal_id, currency`,
    [holder, account],
  );
  return rows.map(amountOf);
}

/** What entries of these causes about one subject brought to a holder's `payable`, less what they took from it. Reversed entries are left out. */
export async function broughtByCauses(
  tx: Tx | null,
  of: Readonly<{ causes: readonly string[]; causeId: string; holder: string }>,
): Promise<readonly DealAmount[]> {
  const { rows } = await (tx?.pg ?? db.pool).query<AmountRow>(
    `SELECT l.deal_id, l.currency, (-sum(l.minor))::text AS minor FROM entry e JOIN line l ON l.entry_no = e.no
     WHERE e.cause = ANY ($1) AND e.cause_id = $2 AND l.holder = $3 AND l.account = 'payable'
       AND NOT EXISTS (SELECT FROM entry r WHERE r.reverses_id = e.id)
     GROUP BY l.deal_id, l.currency`,
    [of.causes, of.causeId, of.holder],
  );
  return rows.map(amountOf);
}

/** The subjects of those entries of a cause that have a line of this holder on these accounts; reversed entries are left out. */
export async function causesTouching(
  tx: Tx,
  of: Readonly<{ cause: string; holder: string; accounts: readonly string[] }>,
): Promise<readonly string[]> {
  const { rows } = await tx.pg.query<{ cause_id: string }>(
    `SELECT DISTINCT e.cause_id FROM line l JOIN entry e ON e.no = l.entry_no
     WHERE l.holder = $1 AND l.account = ANY ($2) AND e.cause = $3
       AND NOT EXISTS (SELECT FROM entry r WHERE r.reverses_id = e.id)`,
    [of.holder, of.accounts, of.cause],
  );
  return rows.map((row) => row.cause_id);
}
