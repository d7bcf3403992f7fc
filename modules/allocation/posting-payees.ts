import type { DuckDBConnection } from "@duckdb/node-api";
import type { Tx } from "@/infra/db";
import { appendRows, sqlText } from "@/infra/engine";
import type { Moving } from "@/modules/ledger/move-money";
import { settleHandles } from "@/modules/ledger/settle-handle";
import { authorParts } from "./author-parts";
import type { RunFiles } from "./engine/files";
import { rowsOf } from "./engine/read";
import { splitRows } from "./engine/split-rows";
import { handleFacts } from "./handle-facts";
import { changedPayees, type Payee } from "./repository/allocation";
import { keepUndivided } from "./repository/handle-money";

/** Who holds the handles whose standing may not be what the run froze, and how to ask it again. */
export type Asked = Readonly<{
  platformId: string;
  asOf: Date;
  names: readonly string[];
  payees: readonly Payee[];
}>;

/** Asks as of the posting. Everybody not named in the answer is as the run froze them. */
export async function askPayees(
  tx: Tx,
  connection: DuckDBConnection,
  of: Readonly<{ platformId: string; asOf: Date; at: Date; shares: string }>,
): Promise<Asked> {
  const { platformId, asOf, at, shares } = of;
  const disputed = await rowsOf(
    connection,
    `SELECT contributor FROM read_parquet(${sqlText(shares)}) WHERE disputed`,
  );
  const question = { platformId, asOf, names: disputed.map((row) => row.contributor ?? "") };
  return { ...question, payees: await changedPayees(tx, { ...question, at }) };
}

/** Asks again, once nothing can change unseen: what was posted for names whose holder is another by now is moved on. */
export async function followChanges(tx: Tx, asked: Asked, moving: Moving): Promise<void> {
  const before = new Map(asked.payees.map((payee) => [payee.name, payee]));
  const now = await changedPayees(tx, { ...asked, at: null });
  const changed = now.filter(({ name, personId, disputed }) => {
    const was = before.get(name);
    return was === undefined || was.personId !== personId || was.disputed !== disputed;
  });
  if (changed.length === 0) return;
  const names = changed.map(({ name }) => ({ platformId: asked.platformId, name }));
  await settleHandles(tx, names, { facts: handleFacts, moving });
}

/** Table `payee(name, person_id, disputed, asked)`. */
export async function layPayees(connection: DuckDBConnection, { payees, names }: Asked): Promise<void> {
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
 * Tables `author_part(account, holder, minor)`, where the parts of shared works go, and `undivided(contributor)`, the shares
 * whose parts are nobody's yet. They are posted whole, and where a posting asks for it, it is noted for whom the run divided
 * them: of a reserve, whoever the handle is decided for keeps the whole.
 */
export async function layParts(
  tx: Tx,
  connection: DuckDBConnection,
  of: Readonly<{
    allocationId: string;
    files: Pick<RunFiles, "shares" | "splits">;
    asked: Asked;
    notesUndivided: boolean;
  }>,
): Promise<void> {
  const { allocationId, files, asked, notesUndivided } = of;
  await connection.run(`CREATE OR REPLACE TABLE author_part (account VARCHAR, holder VARCHAR, minor BIGINT);
    CREATE OR REPLACE TABLE undivided (contributor VARCHAR)`);
  const splits = await splitRows(connection, allocationId, files.splits);
  if (splits.length === 0) return;
  const undivided = await undividedShares(connection, files.shares, asked.payees);
  const whole = new Set(undivided.map(({ contributor }) => contributor));
  if (notesUndivided && undivided.length > 0)
    await keepUndivided(
      tx,
      undivided.map((share) => ({ allocationId, ...share })),
      splits.filter(({ contributor }) => whole.has(contributor)),
    );
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
 * Shares with shared works, of a handle that is disputed, is another person's by now, or was lost by the person whose works
 * the run divided. Who let it go, or left, had it rightly: their co-authors are paid.
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
