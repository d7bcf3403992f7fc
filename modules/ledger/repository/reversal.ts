import { db, type Tx } from "@/infra/db/db";
import { type EntryCause, OWNER_CAUSES } from "../domain/causes";
import { refusals } from "./posting";

/** Of the entries of a cause, how many were reversed, and the id of the one that stands. */
export async function attemptRow(
  cause: EntryCause,
  causeId: string,
  tx?: Tx,
): Promise<{ attempt: number; entryId: string | null }> {
  const { rows } = await (tx?.pg ?? db.pool).query<{ attempt: number; id: string | null }>(
    `SELECT count(r.id)::int AS attempt, max(e.id) FILTER (WHERE r.id IS NULL) AS id FROM entry e
     LEFT JOIN entry r ON r.reverses_id = e.id WHERE e.cause = $1 AND e.cause_id = $2`,
    [cause, causeId],
  );
  return { attempt: rows[0]?.attempt ?? 0, entryId: rows[0]?.id ?? null };
}

/**
 * How many holders no longer have what the reversal of an entry would take from them: of the deal it came from, or in all.
 * Accounts on which money is owed; the bank's own side is nobody's.
 */
export async function holdersShortOf(tx: Tx, entryNo: bigint): Promise<number> {
  const { rows } = await tx.pg.query<{ n: number }>(
    `WITH taken AS MATERIALIZED (
       SELECT account, holder, deal_id, currency, -sum(minor) AS minor,
         sum(-sum(minor)) OVER (PARTITION BY account, holder, currency) AS whole
       FROM line WHERE entry_no = $1 AND account IN (SELECT code FROM ledger_account WHERE normal_side = 'credit')
       GROUP BY account, holder, deal_id, currency HAVING sum(minor) < 0)
     SELECT count(DISTINCT t.holder)::int AS n FROM taken t CROSS JOIN LATERAL (
       SELECT COALESCE(-sum(l.minor), 0) AS whole,
         COALESCE(-sum(l.minor) FILTER (WHERE l.deal_id IS NOT DISTINCT FROM t.deal_id), 0) AS of_deal
       FROM line l WHERE l.holder = t.holder AND l.account = t.account AND l.currency = t.currency) there
     WHERE there.whole < t.whole OR there.of_deal < t.minor`,
    [entryNo.toString()],
  );
  return rows[0]?.n ?? 0;
}

/** The lines of one entry, or those of one deal, as another's, sides exchanged: one statement, however many they are. */
export async function negateLines(
  tx: Tx,
  of: { entryNo: bigint; as: bigint; dealId?: string },
): Promise<void> {
  await refusals(() =>
    tx.pg.query(
      `INSERT INTO line (entry_no, account, holder, deal_id, currency, minor)
       SELECT $2, account, holder, deal_id, currency, -minor FROM line
       WHERE entry_no = $1 AND ($3::text IS NULL OR deal_id = $3) ORDER BY id`,
      [of.entryNo.toString(), of.as.toString(), of.dealId ?? null],
    ),
  );
}

export type MoveRow = Readonly<{ id: string; no: bigint; cause: EntryCause; causeId: string }>;

/** The standing entries after another that moved money of a deal on, newest first. */
export async function movesOfDeal(
  tx: Tx,
  of: { dealId: string; afterNo: bigint },
): Promise<readonly MoveRow[]> {
  const { rows } = await tx.pg.query<{ id: string; no: string; cause: EntryCause; cause_id: string }>(
    `SELECT e.id, e.no, e.cause, e.cause_id FROM entry e
     WHERE e.no > $1 AND e.cause = ANY ($3) AND NOT EXISTS (SELECT FROM entry r WHERE r.reverses_id = e.id)
       AND EXISTS (SELECT FROM entry_total t WHERE t.entry_no = e.no AND t.deal_id = $2) ORDER BY e.no DESC`,
    [of.afterNo.toString(), of.dealId, OWNER_CAUSES],
  );
  return rows.map((row) => ({ id: row.id, no: BigInt(row.no), cause: row.cause, causeId: row.cause_id }));
}

/** How many of those these entries took from have less than nothing now: of a deal, or in all. */
export async function holdersOverdrawn(
  tx: Tx,
  of: { entryNos: readonly bigint[]; dealId: string },
): Promise<number> {
  const { rows } = await tx.pg.query<{ n: number }>(
    `SELECT count(DISTINCT t.holder)::int AS n FROM (
       SELECT DISTINCT account, holder, currency FROM line WHERE entry_no = ANY ($1) AND minor > 0) t
     CROSS JOIN LATERAL (
       SELECT sum(l.minor) AS whole, sum(l.minor) FILTER (WHERE l.deal_id = $2) AS of_deal
       FROM line l WHERE l.holder = t.holder AND l.account = t.account AND l.currency = t.currency) there
     WHERE there.whole > 0 OR there.of_deal > 0`,
    [of.entryNos.map(String), of.dealId],
  );
  return rows[0]?.n ?? 0;
}

/** What entries made payable to people of a deal's money, by their ids, in the order of these. */
export async function paidByEntriesRows(
  of: Readonly<{ entryIds: readonly string[]; dealId: string }>,
  page: Readonly<{ after: string; take: number }>,
): Promise<readonly Readonly<{ personId: string; currency: string; minor: bigint }>[]> {
  const { rows } = await db.pool.query<{ person_id: string; currency: string; minor: string }>(
    `SELECT substr(holder, 8) AS person_id, currency, (-sum(minor))::text AS minor FROM line
     WHERE entry_no IN (SELECT no FROM entry WHERE id = ANY ($1)) AND account = 'payable' AND deal_id = $4
       AND starts_with(holder, 'person:') AND holder > 'person:' || $2
     GROUP BY holder, currency HAVING sum(minor) < 0 ORDER BY holder LIMIT $3`,
    [of.entryIds, page.after, page.take, of.dealId],
  );
  return rows.map((row) => ({
    personId: row.person_id,
    currency: row.currency,
    minor: BigInt(row.minor),
  }));
}

export type PaidRow = Readonly<{ causeId: string; at: Date; minor: bigint }>;

/** What standing entries of a cause made payable to a person, entry by entry. */
export async function paidByCause(
  personId: string,
  of: Readonly<{ cause: EntryCause; causeIds: readonly string[] }>,
): Promise<readonly PaidRow[]> {
  const { rows } = await db.pool.query<{ cause_id: string; effective_at: Date; minor: string }>(
    `SELECT e.cause_id, e.effective_at, (-sum(l.minor))::text AS minor FROM entry e
     JOIN line l ON l.entry_no = e.no AND l.holder = 'person:' || $1 AND l.account = 'payable'
     WHERE e.cause = $2 AND e.cause_id = ANY ($3) AND NOT EXISTS (SELECT FROM entry r WHERE r.reverses_id = e.id)
     GROUP BY e.no, e.cause_id, e.effective_at`,
    [personId, of.cause, of.causeIds],
  );
  return rows.map((row) => ({ causeId: row.cause_id, at: row.effective_at, minor: BigInt(row.minor) }));
}

export type CreditRow = Readonly<{ account: string; currency: string; minor: bigint }>;

/** What standing entries of a cause credited, account by account, from their totals. */
export async function creditsByCause(cause: EntryCause, causeId: string): Promise<readonly CreditRow[]> {
  const { rows } = await db.pool.query<{ account: string; currency: string; minor: string }>(
    `SELECT t.account, t.currency, sum(t.minor)::text AS minor FROM entry e JOIN entry_total t ON t.entry_no = e.no
     WHERE e.cause = $1 AND e.cause_id = $2 AND t.minor < 0 AND NOT EXISTS (SELECT FROM entry r WHERE r.reverses_id = e.id)
     GROUP BY t.account, t.currency ORDER BY t.account, t.currency`,
    [cause, causeId],
  );
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}
