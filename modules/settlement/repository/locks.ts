import type { Tx } from "@/infra/db/db";

const OWNERS_LOCK = 72_7101;

/**
 * Keeps the owners of handles and seats as they are until the transaction ends. Transfers that follow an owner take it
 * alone. Postings share it, from when their lines are written: neither can miss what the other commits.
 */
export async function lockOwners(tx: Tx, mode: "transfer" | "posting"): Promise<void> {
  await tx.pg.query(
    mode === "transfer" ? "SELECT pg_advisory_xact_lock($1)" : "SELECT pg_advisory_xact_lock_shared($1)",
    [OWNERS_LOCK],
  );
}

const PAYEES_LOCK = 72_7102;

/**
 * A posting takes it before it reads who is paid, and holds it until it commits. Otherwise a person who deletes their account
 * in between would be paid.
 */
export async function lockPayees(tx: Tx): Promise<void> {
  await tx.pg.query("SELECT pg_advisory_xact_lock_shared($1)", [PAYEES_LOCK]);
}

/** True when no posting is under way; none begins before this transaction ends. */
export async function tryLockPayeesAlone(tx: Tx): Promise<boolean> {
  const { rows } = await tx.pg.query<{ got: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS got", [
    PAYEES_LOCK,
  ]);
  return rows[0]?.got === true;
}
