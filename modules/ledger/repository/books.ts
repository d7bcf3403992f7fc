import { db, type Tx } from "@/infra/db/db";
import type { EntryCause } from "../domain/causes";
import type { LedgerAccount } from "../domain/chart";
import type { EntryLine } from "../domain/entry";

type Reader = Pick<Tx["pg"], "query">;
const reader = (tx?: Tx): Reader => tx?.pg ?? (db.pool as unknown as Reader);

export type EntryRow = Readonly<{
  id: string;
  no: bigint;
  cause: EntryCause;
  causeId: string;
  memo: string;
  reversesId: string | null;
  reversedById: string | null;
  effectiveAt: Date;
  recordedAt: Date;
  actor: string;
  lines: bigint;
}>;

export type TotalRow = Readonly<{
  account: string;
  dealId: string;
  currency: string;
  debit: bigint;
  credit: bigint;
  lines: bigint;
}>;

export type LineRow = EntryLine & Readonly<{ id: bigint; entryNo: bigint }>;

type RawEntry = {
  id: string;
  no: string;
  cause: EntryCause;
  cause_id: string;
  memo: string;
  reverses_id: string | null;
  reversed_by: string | null;
  effective_at: Date;
  recorded_at: Date;
  actor: string;
  lines: string;
};

const ENTRY = `SELECT e.*, (SELECT r.id FROM entry r WHERE r.reverses_id = e.id) AS reversed_by,
  (SELECT COALESCE(sum(t.lines), 0)::text FROM entry_total t WHERE t.entry_no = e.no) AS lines FROM entry e`;

const toEntry = (row: RawEntry): EntryRow => ({
  id: row.id,
  no: BigInt(row.no),
  cause: row.cause,
  causeId: row.cause_id,
  memo: row.memo,
  reversesId: row.reverses_id,
  reversedById: row.reversed_by,
  effectiveAt: row.effective_at,
  recordedAt: row.recorded_at,
  actor: row.actor,
  lines: BigInt(row.lines),
});

export async function findEntry(id: string, tx?: Tx): Promise<EntryRow | null> {
  const { rows } = await reader(tx).query<RawEntry>(`${ENTRY} WHERE e.id = $1`, [id]);
  return rows[0] === undefined ? null : toEntry(rows[0]);
}

/** Newest first, below `beforeNo`; of one account when asked. */
export async function journal(ask: {
  beforeNo: bigint | null;
  take: number;
  account?: string;
  causeId?: string;
}): Promise<readonly EntryRow[]> {
  const { rows } = await reader().query<RawEntry>(
    `${ENTRY} WHERE ($1::bigint IS NULL OR e.no < $1)
       AND ($3::text IS NULL OR EXISTS (SELECT FROM entry_total t WHERE t.account = $3 AND t.entry_no = e.no))
       AND ($4::text IS NULL OR e.cause_id = $4) ORDER BY e.no DESC LIMIT $2`,
    [ask.beforeNo?.toString() ?? null, ask.take, ask.account ?? null, ask.causeId ?? null],
  );
  return rows.map(toEntry);
}

/** The balance of one account per currency after an entry, from the journal itself; debits count up. */
export async function balanceAfter(account: string, no: bigint): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await reader().query<{ currency: string; minor: string }>(
    `SELECT currency, sum(debit_minor - credit_minor)::text AS minor FROM entry_total
     WHERE account = $1 AND entry_no <= $2 GROUP BY currency`,
    [account, no.toString()],
  );
  return new Map(rows.map((row) => [row.currency, BigInt(row.minor)]));
}

/** Entries with a line of this deal, newest first. */
export async function entriesOfDeal(dealId: string, take: number): Promise<readonly EntryRow[]> {
  const { rows } = await reader().query<RawEntry>(
    `${ENTRY} WHERE e.no IN (SELECT entry_no FROM entry_total WHERE deal_id = $1) ORDER BY e.no DESC LIMIT $2`,
    [dealId, take],
  );
  return rows.map(toEntry);
}

export async function totalsOf(
  entryNos: readonly bigint[],
): Promise<ReadonlyMap<string, readonly TotalRow[]>> {
  const { rows } = await reader().query<{
    entry_no: string;
    account: string;
    deal_id: string;
    currency: string;
    debit_minor: string;
    credit_minor: string;
    lines: string;
  }>(
    `SELECT t.* FROM entry_total t JOIN ledger_account a ON a.code = t.account WHERE entry_no = ANY ($1::bigint[])
     ORDER BY entry_no, (credit_minor > 0), a.position, deal_id, currency`,
    [entryNos.map(String)],
  );
  const by = new Map<string, TotalRow[]>();
  for (const row of rows) {
    const list = by.get(row.entry_no) ?? [];
    by.set(row.entry_no, list);
    list.push({
      account: row.account,
      dealId: row.deal_id,
      currency: row.currency,
      debit: BigInt(row.debit_minor),
      credit: BigInt(row.credit_minor),
      lines: BigInt(row.lines),
    });
  }
  return by;
}

export async function linesAfter(ask: {
  entryNo: bigint;
  afterId: bigint;
  take: number;
}): Promise<readonly LineRow[]> {
  const { rows } = await reader().query<RawLine>(
    "SELECT * FROM line WHERE entry_no = $1 AND id > $2 ORDER BY id LIMIT $3",
    [ask.entryNo.toString(), ask.afterId.toString(), ask.take],
  );
  return rows.map(toLine);
}

type RawLine = {
  id: string;
  entry_no: string;
  account: LedgerAccount;
  holder: string;
  deal_id: string | null;
  currency: string;
  minor: string;
};

const toLine = (row: RawLine): LineRow => ({
  id: BigInt(row.id),
  entryNo: BigInt(row.entry_no),
  account: row.account,
  holder: row.holder,
  dealId: row.deal_id,
  currency: row.currency,
  minor: BigInt(row.minor),
});

export type AccountSum = Readonly<{
  code: string;
  title: string;
  normalSide: "debit" | "credit";
  currency: string | null;
  debit: bigint;
  credit: bigint;
  lines: bigint;
}>;

/** The trial balance from the journal itself (not from the cache), optionally as of an effective instant. */
export async function accountSums(asOf: Date | null): Promise<readonly AccountSum[]> {
  const { rows } = await reader().query<{
    code: string;
    title: string;
    normal_side: "debit" | "credit";
    currency: string | null;
    debit: string;
    credit: string;
    lines: string;
  }>(
    `SELECT a.code, a.title, a.normal_side, t.currency, COALESCE(sum(t.debit_minor), 0)::text AS debit,
            COALESCE(sum(t.credit_minor), 0)::text AS credit, COALESCE(sum(t.lines), 0)::text AS lines
     FROM ledger_account a LEFT JOIN (entry_total t JOIN entry e ON e.no = t.entry_no AND ($1::timestamptz IS NULL OR e.effective_at <= $1))
       ON t.account = a.code
     GROUP BY a.code, a.title, a.normal_side, a.position, t.currency ORDER BY t.currency NULLS LAST, a.position`,
    [asOf],
  );
  return rows.map((row) => ({
    code: row.code,
    title: row.title,
    normalSide: row.normal_side,
    currency: row.currency,
    debit: BigInt(row.debit),
    credit: BigInt(row.credit),
    lines: BigInt(row.lines),
  }));
}

export type DealBalance = Readonly<{ dealId: string; currency: string; minor: bigint }>;

/** Balances of one account by deal, largest first, from the cache. */
export async function dealBalances(account: string, take: number): Promise<readonly DealBalance[]> {
  const { rows } = await reader().query<{ deal_id: string; currency: string; minor: string }>(
    `SELECT deal_id, currency, minor FROM account_balance WHERE account = $1 AND minor <> 0
     ORDER BY abs(minor) DESC, deal_id LIMIT $2`,
    [account, take],
  );
  return rows.map((row) => ({ dealId: row.deal_id, currency: row.currency, minor: BigInt(row.minor) }));
}

/** Entries after a journal number, oldest first. */
export async function entriesAfter(no: bigint, take: number): Promise<readonly EntryRow[]> {
  const { rows } = await reader().query<RawEntry>(`${ENTRY} WHERE e.no > $1 ORDER BY e.no LIMIT $2`, [
    no.toString(),
    take,
  ]);
  return rows.map(toEntry);
}

export type Position = Readonly<{ account: LedgerAccount; currency: string; minor: bigint }>;

/** What stands on each account for these deals together, from the cache: debit above zero. */
export async function positionsOf(dealIds: readonly string[]): Promise<readonly Position[]> {
  const { rows } = await reader().query<{ account: LedgerAccount; currency: string; minor: string }>(
    `SELECT a.code AS account, b.currency, sum(b.minor)::text AS minor FROM ledger_account a
     JOIN account_balance b ON b.account = a.code AND b.deal_id = ANY ($1::text[])
     GROUP BY a.code, a.position, b.currency HAVING sum(b.minor) <> 0 ORDER BY a.position, b.currency`,
    [dealIds],
  );
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}
