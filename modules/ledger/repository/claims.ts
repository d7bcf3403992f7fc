import type { Tx } from "@/infra/db";

export type ClaimState = "claimed" | "disputed" | "released";
export type Claim = Readonly<{
  holder: string;
  handleId: string;
  personId: string | null;
  state: ClaimState;
  disputeId: string | null;
}>;
export type Standing = Readonly<{ dealId: string | null; currency: string; minor: bigint }>;

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

/** Forgets every claim of a person: what comes later for those handles and seats waits as if nobody had claimed them. */
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
  const { handleId, personId, disputeId } = row;
  return { holder, handleId, personId, disputeId, state: row.state as ClaimState };
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

/** What earlier claims of a handle moved to a person, per deal and currency, less what was moved back. */
export async function claimedBy(tx: Tx, handleId: string, holder: string): Promise<readonly Standing[]> {
  const { rows } = await tx.pg.query<{ deal_id: string | null; currency: string; minor: string }>(
    `SELECT l.deal_id, l.currency, (-sum(l.minor))::text AS minor FROM entry e JOIN line l ON l.entry_no = e.no
     WHERE e.cause IN ('handle_claim', 'dispute') AND e.cause_id = $1 AND l.holder = $2 AND l.account = 'payable'
     GROUP BY l.deal_id, l.currency HAVING sum(l.minor) < 0 ORDER BY l.deal_id, l.currency`,
    [handleId, holder],
  );
  return rows.map((row) => ({ dealId: row.deal_id, currency: row.currency, minor: BigInt(row.minor) }));
}

/** Claims for which this very entry posted money that waits: unclaimed under a handle, or held for an author's seat. */
export async function claimsTouchedBy(tx: Tx, entryNo: bigint): Promise<readonly Claim[]> {
  const { rows } = await tx.pg.query<{
    holder: string;
    handle_id: string;
    person_id: string | null;
    state: ClaimState;
    dispute_id: string | null;
  }>(
    `SELECT DISTINCT c.holder, c.handle_id, c.person_id, c.state, c.dispute_id FROM holder_claim c JOIN line l ON l.holder = c.holder
     WHERE l.entry_no = $1 AND (l.account = 'unclaimed' OR (l.account = 'held' AND starts_with(l.holder, 'author:')))
       AND c.state <> 'released' ORDER BY c.holder`,
    [entryNo.toString()],
  );
  return rows.map((row) => ({
    holder: row.holder,
    handleId: row.handle_id,
    personId: row.person_id,
    state: row.state,
    disputeId: row.dispute_id,
  }));
}

/** Number of the newest line of a holder: what makes one settlement's key differ from the next one's. */
export async function lastLineOf(tx: Tx, holder: string): Promise<string> {
  const { rows } = await tx.pg.query<{ id: string | null }>(
    "SELECT max(id)::text AS id FROM line WHERE holder = $1",
    [holder],
  );
  return rows[0]?.id ?? "0";
}
