import type { DuckDBConnection } from "@duckdb/node-api";
import type { Tx } from "@/infra/db/db";
import { appendRows, sqlText } from "@/infra/engine/engine";
import type { RunFiles } from "@/modules/allocation/engine/files";
import { rowsOf } from "@/modules/allocation/engine/read";
import { splitRows } from "@/modules/allocation/engine/splits/split-rows";
import type { SealedAllocation } from "@/modules/allocation/seal/sealed-allocation";
import { loadSplits } from "@/modules/allocation/seal/stored-splits";
import { readyClearance } from "@/modules/clearance/run/ready-clearance";
import { keepUndivided } from "../repository/handle-money";
import { changedPayees, type Payee } from "../repository/payees";
import { authorParts } from "./author-parts";

/** The owners of handles whose standing may not be what the run froze, as of the posting, and how to read them again. */
export type PayeeSnapshot = Readonly<{
  platformId: string;
  asOf: Date;
  names: readonly string[];
  payees: readonly Payee[];
}>;

type Shares = Readonly<{
  allocation: SealedAllocation;
  files: Pick<RunFiles, "shares" | "splits">;
  at: Date;
  /** Whether shares that are posted whole are noted, to be divided once their handle is decided. */
  notesUndivided: boolean;
}>;

/**
 * Step 1 of a posting: reads who is paid as of `at`, and writes it into the engine's tables `payee`, `author_part` and
 * `undivided`, which `postLines` reads. Every handle that is not in the snapshot is as the run froze it.
 */
export async function preparePayees(
  tx: Tx,
  connection: DuckDBConnection,
  shares: Shares,
): Promise<PayeeSnapshot> {
  const { allocation, files, at } = shares;
  const { asOf } = await readyClearance(allocation.dealId, allocation.clearanceId, tx);
  const disputed = await rowsOf(
    connection,
    `SELECT contributor FROM read_parquet(${sqlText(files.shares)}) WHERE disputed`,
  );
  const names = disputed.map((row) => row.contributor ?? "");
  const asked = { platformId: allocation.platformId, asOf, names };
  const snapshot = { ...asked, payees: await changedPayees(tx, { ...asked, at }) };
  await writePayees(connection, snapshot);
  await writeAuthorParts(tx, connection, { ...shares, snapshot });
  return snapshot;
}

/** Table `payee(name, person_id, disputed, asked)`. */
async function writePayees(connection: DuckDBConnection, { payees, names }: PayeeSnapshot): Promise<void> {
  const asked = new Set(names);
  await connection.run(
    "CREATE OR REPLACE TABLE payee (name VARCHAR, person_id VARCHAR, disputed BOOLEAN, asked BOOLEAN)",
  );
  await appendRows(
    connection,
    "payee",
    payees.map(({ name, personId, disputed }) => [name, personId, disputed, asked.has(name)]),
  );
}

/**
 * Makes tables `author_part(account, holder, minor)` of shared works, and `undivided(contributor)`, shares that are posted
 * whole because their parts are nobody's yet. A posting notes for whom the run divided them; of a reserve, the person who
 * gets the handle keeps all.
 */
async function writeAuthorParts(
  tx: Tx,
  connection: DuckDBConnection,
  { allocation, files, snapshot, notesUndivided }: Shares & Readonly<{ snapshot: PayeeSnapshot }>,
): Promise<void> {
  const allocationId = allocation.id;
  await connection.run(`CREATE OR REPLACE TABLE author_part (account VARCHAR, holder VARCHAR, minor BIGINT);
    CREATE OR REPLACE TABLE undivided (contributor VARCHAR)`);
  const splits = await splitRows(connection, allocationId, files.splits);
  if (splits.length === 0) return;
  const undivided = await undividedShares(connection, files.shares, snapshot.payees);
  const whole = new Set(undivided.map(({ contributor }) => contributor));
  if (notesUndivided && undivided.length > 0) {
    await keepUndivided(
      tx,
      undivided.map((share) => ({ allocationId, ...share })),
    );
    await loadSplits(
      tx,
      splits.filter(({ contributor }) => whole.has(contributor)),
    );
  }
  await appendRows(
    connection,
    "undivided",
    [...whole].map((contributor) => [contributor]),
  );
  const parts = await authorParts(
    tx,
    splits.filter(({ contributor }) => !whole.has(contributor)),
  );
  await appendRows(
    connection,
    "author_part",
    parts.map(({ account, holder, minor }) => [account, holder, minor]),
  );
}

/**
 * Shares with shared works whose handle is disputed, is another person's by now, or was lost in a dispute by the person whose
 * works the run divided. An owner who released the handle or deleted the account owned it rightly: their co-authors are paid.
 */
async function undividedShares(
  connection: DuckDBConnection,
  shares: string,
  payees: readonly Payee[],
): Promise<readonly Readonly<{ contributor: string; personId: string }>[]> {
  const now = new Map(payees.map((payee) => [payee.name, payee]));
  const rows = await rowsOf(
    connection,
    `SELECT contributor, person_id FROM read_parquet(${sqlText(shares)})
     WHERE split_minor > 0 AND contributor IN (SELECT name FROM payee)`,
  );
  return rows.flatMap(({ contributor = "", person_id: personId = "" }) => {
    const payee = now.get(contributor);
    if (payee === undefined) return [];
    const isOthers = payee.personId !== null && payee.personId !== personId;
    return payee.disputed || isOthers || payee.lost.includes(personId) ? [{ contributor, personId }] : [];
  });
}
