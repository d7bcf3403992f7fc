import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Tx } from "@/infra/db/db";
import { DomainError } from "@/kernel/errors";
import type { EntryHeader, EntryLine } from "../domain/entry";

export type InsertedEntry = Readonly<{ id: string; no: bigint; contentDigest: string; inserted: boolean }>;

type Header = EntryHeader & Readonly<{ id: string; recordedAt: Date; contentDigest: string }>;

/** Inserts the entry, or finds the earlier one with the same key. Two concurrent inserts with one key wait for each other. */
export async function insertEntry(tx: Tx, header: Header): Promise<InsertedEntry> {
  const made = await tx.pg.query<{ no: string }>(
    `INSERT INTO entry (id, idempotency_key, content_digest, cause, cause_id, memo, reverses_id, effective_at, recorded_at, actor)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (idempotency_key) DO NOTHING RETURNING no`,
    [
      header.id,
      header.idempotencyKey,
      header.contentDigest,
      header.cause,
      header.causeId,
      header.memo,
      header.reversesId ?? null,
      header.effectiveAt,
      header.recordedAt,
      header.actor,
    ],
  );
  const row = made.rows[0];
  if (row !== undefined)
    return { id: header.id, no: BigInt(row.no), contentDigest: header.contentDigest, inserted: true };
  const first = await findByKey(tx, header.idempotencyKey);
  if (first === null) throw new Error("invariant broken: an entry's key is taken by nobody");
  return { ...first, inserted: false };
}

/** The entry an idempotency key made, if any. */
export async function findByKey(tx: Tx, key: string): Promise<Omit<InsertedEntry, "inserted"> | null> {
  const found = await tx.pg.query<{ id: string; no: string; content_digest: string }>(
    "SELECT id, no, content_digest FROM entry WHERE idempotency_key = $1",
    [key],
  );
  const row = found.rows[0];
  return row === undefined ? null : { id: row.id, no: BigInt(row.no), contentDigest: row.content_digest };
}

/** All lines in one statement: the guard wants each statement balanced by itself. */
export async function insertLines(tx: Tx, entryNo: bigint, lines: readonly EntryLine[]): Promise<void> {
  await refusals(() =>
    tx.pg.query(
      `INSERT INTO line (entry_no, account, holder, deal_id, currency, minor)
       SELECT $1, l.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[]) AS l`,
      [
        entryNo.toString(),
        lines.map((line) => line.account),
        lines.map((line) => line.holder),
        lines.map((line) => line.dealId ?? null),
        lines.map((line) => line.currency),
        lines.map((line) => line.minor.toString()),
      ],
    ),
  );
}

/** COPYs text (entry_no, account, holder, deal_id, currency, minor between tabs; backslashes doubled; empty = NULL) as lines. */
export async function copyLines(tx: Tx, text: Readable): Promise<bigint> {
  const target = tx.pg.query(
    copyFrom(
      "COPY line (entry_no, account, holder, deal_id, currency, minor) FROM STDIN WITH (FORMAT text, NULL '')",
    ),
  );
  await refusals(() => pipeline(text, target));
  return BigInt(target.rowCount);
}

/** Locks the balances a posting will touch, in the order the guard uses, making those that are not there yet. */
export async function lockBalances(tx: Tx, lines: readonly EntryLine[]): Promise<void> {
  await tx.pg.query(
    `INSERT INTO account_balance AS b (account, deal_id, currency, minor)
     SELECT DISTINCT account, deal_id, currency, 0::bigint
     FROM unnest($1::text[], $2::text[], $3::text[]) AS l(account, deal_id, currency) ORDER BY account, deal_id, currency
     ON CONFLICT (account, deal_id, currency) DO UPDATE SET minor = b.minor`,
    [
      lines.map((line) => line.account),
      lines.map((line) => line.dealId ?? ""),
      lines.map((line) => line.currency),
    ],
  );
}

const TAKINGS_LOCK = 72_7103;

/** Entries that take money from holders share it; a reversal of a whole entry, with too many holders to lock, is alone. */
export async function lockTakings(tx: Tx, mode: "sharing" | "alone"): Promise<void> {
  await tx.pg.query(
    mode === "alone" ? "SELECT pg_advisory_xact_lock($1)" : "SELECT pg_advisory_xact_lock_shared($1)",
    [TAKINGS_LOCK],
  );
}

/** Holders whose money is taken, locked in one order: two takings of one balance follow each other. */
export async function lockHolders(tx: Tx, holders: readonly string[]): Promise<void> {
  if (holders.length > 0) await lockTakings(tx, "sharing");
  for (const holder of [...new Set(holders)].sort())
    await tx.pg.query("SELECT pg_advisory_xact_lock(72727, hashtext($1))", [holder]);
}

/** Balance of one holder on one account; credit is negative. */
export async function holderSum(
  tx: Tx,
  of: { holder: string; account: string; currency: string },
): Promise<bigint> {
  const { rows } = await tx.pg.query<{ minor: string }>(
    "SELECT COALESCE(sum(minor), 0)::text AS minor FROM line WHERE holder = $1 AND account = $2 AND currency = $3",
    [of.holder, of.account, of.currency],
  );
  return BigInt(rows[0]?.minor ?? 0);
}

/** What the database says about a posting, in our words: not covered is a person's affair, the rest is our bug. */
export async function refusals(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const fault = error as { constraint?: string; code?: string; message?: string };
    if (fault.constraint === "ledger_covered")
      throw new DomainError("LEDGER_INSUFFICIENT", "The books do not hold this much for this deal.");
    if (fault.code?.startsWith("23"))
      throw new DomainError("LEDGER_UNBALANCED", `The books refused the entry: ${fault.message}`);
    throw error;
  }
}
