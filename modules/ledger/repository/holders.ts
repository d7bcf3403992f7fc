import { db, type Tx } from "@/infra/db/db";
import type { EntryCause } from "../domain/causes";

export type HolderSum = Readonly<{ holder: string; account: string; currency: string; minor: bigint }>;

/** Sums per holder, account and currency; credit is negative. */
export async function holderSums(holders: readonly string[], tx?: Tx): Promise<readonly HolderSum[]> {
  if (holders.length === 0) return [];
  const { rows } = await (tx?.pg ?? db.pool).query<{
    holder: string;
    account: string;
    currency: string;
    minor: string;
  }>(
    `SELECT holder, account, currency, sum(minor)::text AS minor FROM line WHERE holder = ANY ($1::text[])
     GROUP BY holder, account, currency ORDER BY holder, currency, account`,
    [holders],
  );
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}

export type StatementRow = Readonly<{
  id: bigint;
  entryId: string;
  entryNo: bigint;
  cause: EntryCause;
  causeId: string;
  memo: string;
  effectiveAt: Date;
  recordedAt: Date;
  account: string;
  dealId: string | null;
  currency: string;
  minor: bigint;
  /** Sum of the holder's lines on this account in this currency up to and with this one; credit is negative. */
  balance: bigint;
}>;

export type StatementAsk = Readonly<{
  holder: string;
  from: Date | null;
  to: Date | null;
  cause: EntryCause | null;
  before: { at: Date; id: bigint } | null;
  take: number;
}>;

/**
 * A holder's lines with running balances, newest first. The balance is computed over everything before, so a page in the
 * middle and a period that starts late both show the true balance. Order: effective instant, then line number.
 */
export async function statementRows(ask: StatementAsk): Promise<readonly StatementRow[]> {
  const { rows } = await db.pool.query<{
    id: string;
    entry_id: string;
    no: string;
    cause: EntryCause;
    cause_id: string;
    memo: string;
    effective_at: Date;
    recorded_at: Date;
    account: string;
    deal_id: string | null;
    currency: string;
    minor: string;
    balance: string;
  }>(
    `SELECT * FROM (
       SELECT l.id, e.id AS entry_id, e.no, e.cause, e.cause_id, e.memo, e.effective_at, e.recorded_at, l.account, l.deal_id, l.currency,
              l.minor, sum(l.minor) OVER (PARTITION BY l.account, l.currency ORDER BY e.effective_at, l.id)::text AS balance
       FROM line l JOIN entry e ON e.no = l.entry_no WHERE l.holder = $1 AND ($3::timestamptz IS NULL OR e.effective_at < $3)
     ) s
     WHERE ($2::timestamptz IS NULL OR effective_at >= $2) AND ($4::timestamptz IS NULL OR (effective_at, id) < ($4, $5::bigint))
       AND ($7::text IS NULL OR cause = $7)
     ORDER BY effective_at DESC, id DESC LIMIT $6`,
    [
      ask.holder,
      ask.from,
      ask.to,
      ask.before?.at ?? null,
      ask.before?.id.toString() ?? null,
      ask.take,
      ask.cause,
    ],
  );
  return rows.map((row) => ({
    id: BigInt(row.id),
    entryId: row.entry_id,
    entryNo: BigInt(row.no),
    cause: row.cause,
    causeId: row.cause_id,
    memo: row.memo,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    account: row.account,
    dealId: row.deal_id,
    currency: row.currency,
    minor: BigInt(row.minor),
    balance: BigInt(row.balance),
  }));
}

/** A holder's balances at an instant (before it), per account and currency: a statement's opening and closing lines. */
export async function sumsBefore(holder: string, at: Date): Promise<readonly Omit<HolderSum, "holder">[]> {
  const { rows } = await db.pool.query<{ account: string; currency: string; minor: string }>(
    `SELECT l.account, l.currency, sum(l.minor)::text AS minor FROM line l JOIN entry e ON e.no = l.entry_no
     WHERE l.holder = $1 AND e.effective_at < $2 GROUP BY l.account, l.currency ORDER BY l.currency, l.account`,
    [holder, at],
  );
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}

/** Holders for which money of a deal still stands on `held`. */
export async function heldByDeal(
  holders: readonly string[],
): Promise<readonly Readonly<{ holder: string; dealId: string | null }>[]> {
  if (holders.length === 0) return [];
  const { rows } = await db.pool.query<{ holder: string; deal_id: string | null }>(
    `SELECT holder, deal_id FROM line WHERE holder = ANY ($1::text[]) AND account = 'held'
     GROUP BY holder, deal_id HAVING sum(minor) < 0`,
    [holders],
  );
  return rows.map((row) => ({ holder: row.holder, dealId: row.deal_id }));
}

export type HeldSince = Readonly<{ holder: string; currency: string; minor: bigint; since: Date }>;

/** What stands on `held` for these holders, per currency, and when the first of it came: after it last stood empty. */
export async function heldSince(holders: readonly string[]): Promise<readonly HeldSince[]> {
  if (holders.length === 0) return [];
  const { rows } = await db.pool.query<{ holder: string; currency: string; minor: string; since: Date }>(
    `WITH run AS (
       SELECT holder, currency, entry_no, minor, sum(minor) OVER (PARTITION BY holder, currency ORDER BY entry_no) AS after
       FROM line WHERE holder = ANY ($1::text[]) AND account = 'held'),
     emptied AS (SELECT holder, currency, max(entry_no) AS no FROM run WHERE after = 0 GROUP BY holder, currency)
     SELECT r.holder, r.currency, (-sum(r.minor))::text AS minor, min(e.effective_at) AS since
     FROM run r JOIN entry e ON e.no = r.entry_no LEFT JOIN emptied m ON m.holder = r.holder AND m.currency = r.currency
     WHERE m.no IS NULL OR r.entry_no > m.no GROUP BY r.holder, r.currency ORDER BY r.holder, r.currency`,
    [holders],
  );
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}

export type MonthRow = Readonly<{
  month: string;
  currency: string;
  inMinor: bigint;
  outMinor: bigint;
  closingMinor: bigint;
  lines: number;
}>;

/** What came to and went from a holder's `payable`, by month of the effective instant (UTC), newest first. */
export async function monthsOf(holder: string): Promise<readonly MonthRow[]> {
  const { rows } = await db.pool.query<
    Record<"month" | "currency" | "came" | "went" | "closing", string> & { lines: number }
  >(
    `SELECT month, currency, came::text, went::text, lines, sum(came - went) OVER (PARTITION BY currency ORDER BY month)::text AS closing
     FROM (
       SELECT to_char(e.effective_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, l.currency, count(*)::int AS lines,
              COALESCE(-sum(l.minor) FILTER (WHERE l.minor < 0), 0) AS came, COALESCE(sum(l.minor) FILTER (WHERE l.minor > 0), 0) AS went
       FROM line l JOIN entry e ON e.no = l.entry_no WHERE l.holder = $1 AND l.account = 'payable' GROUP BY 1, 2
     ) m ORDER BY month DESC, currency`,
    [holder],
  );
  return rows.map(({ month, currency, came, went, closing, lines }) => ({
    month,
    currency,
    inMinor: BigInt(came),
    outMinor: BigInt(went),
    closingMinor: BigInt(closing),
    lines,
  }));
}

export type EarnedRow = Readonly<{ month: string; dealId: string; currency: string; minor: bigint }>;

/** What entries of these causes brought to a holder's `payable`, by month (UTC) and deal; corrections are below zero. */
export async function earnedRows(
  holder: string,
  causes: readonly EntryCause[],
): Promise<readonly EarnedRow[]> {
  const { rows } = await db.pool.query<Record<"month" | "deal_id" | "currency" | "minor", string>>(
    `SELECT to_char(e.effective_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month, COALESCE(l.deal_id, '') AS deal_id, l.currency,
            (-sum(l.minor))::text AS minor
     FROM line l JOIN entry e ON e.no = l.entry_no
     WHERE l.holder = $1 AND l.account = 'payable' AND e.cause = ANY ($2) GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3`,
    [holder, causes],
  );
  return rows.map((row) => ({
    month: row.month,
    dealId: row.deal_id,
    currency: row.currency,
    minor: BigInt(row.minor),
  }));
}

/** Of these deals, those in which this holder has a line. */
export async function dealsWithLines(
  holder: string,
  dealIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.pool.query<{ deal_id: string }>(
    "SELECT DISTINCT deal_id FROM line WHERE holder = $1 AND deal_id = ANY ($2)",
    [holder, dealIds],
  );
  return new Set(rows.map((row) => row.deal_id));
}

/**
 * When each of these deals last credited this account of the holder. Entries that are reversed or reverse others do not
 * count, nor does the release of a reserve, which is said for itself.
 */
export async function lastCredits(
  holder: string,
  account: string,
  dealIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await db.pool.query<{ deal_id: string; at: Date }>(
    `SELECT l.deal_id, max(e.effective_at) AS at FROM line l JOIN entry e ON e.no = l.entry_no
     WHERE l.holder = $1 AND l.account = $2 AND l.deal_id = ANY ($3) AND l.minor < 0 AND e.reverses_id IS NULL AND e.cause <> 'reserve'
       AND NOT EXISTS (SELECT FROM entry r WHERE r.reverses_id = e.id)
     GROUP BY l.deal_id`,
    [holder, account, dealIds],
  );
  return new Map(rows.map((row) => [row.deal_id, row.at]));
}
