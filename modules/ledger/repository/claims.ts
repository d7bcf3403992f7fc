import { db, type Tx } from "@/infra/db";
import type { Standing } from "../handle-facts";

/** An author's seat that was accepted, or a person who left; `handleId` is the seat's id, or the person's. */
export type Claim = Readonly<{
  holder: string;
  handleId: string;
  personId: string | null;
  state: "claimed" | "released";
}>;

const CLAIMS_LOCK = 72_7101;

/** Claims wait for postings under way and the other way round, so that neither can miss what the other commits. */
export async function lockClaims(tx: Tx, mode: "claiming" | "posting"): Promise<void> {
  await tx.pg.query(
    mode === "claiming" ? "SELECT pg_advisory_xact_lock($1)" : "SELECT pg_advisory_xact_lock_shared($1)",
    [CLAIMS_LOCK],
  );
}

const PAYEES_LOCK = 72_7102;

/** Held by a posting from when it asks who is paid until it commits: whoever leaves meanwhile would be paid all the same. */
export async function holdPayees(tx: Tx): Promise<void> {
  await tx.pg.query("SELECT pg_advisory_xact_lock_shared($1)", [PAYEES_LOCK]);
}

/** True when no posting is under way; none begins before this transaction ends. */
export async function tryLockPayees(tx: Tx): Promise<boolean> {
  const { rows } = await tx.pg.query<{ got: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS got", [
    PAYEES_LOCK,
  ]);
  return rows[0]?.got === true;
}

/** Forgets every seat a person accepted: what comes for it later waits as if nobody had. */
export async function releaseClaimsOf(tx: Tx, personId: string, changedAt: Date): Promise<void> {
  await tx.prisma.holderClaim.updateMany({
    where: { personId },
    data: { personId: null, state: "released", changedAt },
  });
}

/** Of these people, those whose holder was closed. */
export async function closedAmong(tx: Tx, holders: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.prisma.holderClaim.findMany({
    where: { holder: { in: [...holders] }, state: "released" },
    select: { holder: true },
  });
  return new Set(rows.map(({ holder }) => holder));
}

export async function claimOf(tx: Tx, holder: string): Promise<Claim | null> {
  const row = await tx.prisma.holderClaim.findUnique({ where: { holder } });
  if (row === null) return null;
  const { handleId, personId } = row;
  return { holder, handleId, personId, state: row.state as Claim["state"] };
}

export async function saveClaim(tx: Tx, claim: Claim, changedAt: Date): Promise<void> {
  await tx.prisma.holderClaim.upsert({
    where: { holder: claim.holder },
    create: { ...claim, changedAt },
    update: { ...claim, changedAt },
  });
}

/** What stands for a holder on one account, per deal and currency, as positive amounts; empty stands are left out. */
export async function standingOf(tx: Tx, holder: string, account: string): Promise<readonly Standing[]> {
  const { rows } = await tx.pg.query<{ deal_id: string | null; currency: string; minor: string }>(
    `SELECT deal_id, currency, (-sum(minor))::text AS minor FROM line WHERE holder = $1 AND account = $2
     GROUP BY deal_id, currency HAVING sum(minor) < 0 ORDER BY deal_id, currency`,
    [holder, account],
  );
  return rows.map((row) => ({ dealId: row.deal_id, currency: row.currency, minor: BigInt(row.minor) }));
}

/**
 * What claims and disputes of a handle moved to a person, per deal and currency, less what they took back: below zero where
 * what was taken had come straight from a posting.
 */
export async function broughtBy(
  tx: Tx | null,
  handleId: string,
  holder: string,
): Promise<readonly Standing[]> {
  const { rows } = await (tx?.pg ?? db.pool).query<{
    deal_id: string | null;
    currency: string;
    minor: string;
  }>(
    `SELECT l.deal_id, l.currency, (-sum(l.minor))::text AS minor FROM entry e JOIN line l ON l.entry_no = e.no
     WHERE e.cause IN ('handle_claim', 'dispute') AND e.cause_id = $1 AND l.holder = $2 AND l.account = 'payable'
     GROUP BY l.deal_id, l.currency`,
    [handleId, holder],
  );
  return rows.map((row) => ({ dealId: row.deal_id, currency: row.currency, minor: BigInt(row.minor) }));
}

/** The allocations whose posting, the one that stands, left money under this handle, instead of paying it straight to a person. */
export async function postingsUnder(tx: Tx, holder: string): Promise<readonly string[]> {
  const { rows } = await tx.pg.query<{ cause_id: string }>(
    `SELECT DISTINCT e.cause_id FROM line l JOIN entry e ON e.no = l.entry_no
     WHERE l.holder = $1 AND l.account IN ('unclaimed', 'held') AND e.cause = 'allocation'
       AND NOT EXISTS (SELECT FROM entry r WHERE r.reverses_id = e.id)`,
    [holder],
  );
  return rows.map((row) => row.cause_id);
}

/** Accepted seats for which this very entry holds money. */
export async function seatsTouchedBy(tx: Tx, entryNo: bigint): Promise<readonly Claim[]> {
  const { rows } = await tx.pg.query<{ holder: string; handle_id: string; person_id: string | null }>(
    `SELECT DISTINCT c.holder, c.handle_id, c.person_id FROM holder_claim c JOIN line l ON l.holder = c.holder
     WHERE l.entry_no = $1 AND l.account = 'held' AND starts_with(c.holder, 'author:') AND c.state = 'claimed' ORDER BY c.holder`,
    [entryNo.toString()],
  );
  return rows.map((row) => ({
    holder: row.holder,
    handleId: row.handle_id,
    personId: row.person_id,
    state: "claimed",
  }));
}
