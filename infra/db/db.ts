import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, PrismaClient } from "@/prisma/generated/client";
import { env } from "../env";
import { yieldAlong } from "../work/priority";
import { statementName } from "./statements";

/**
 * One transaction with two clients: `prisma` for rows, `pg` for COPY and bulk SQL. They share a connection, so they commit
 * together; never run both at the same moment. `pg` returns BIGINT and NUMERIC as text: use BigInt(), never Number().
 */
export type Tx = Readonly<{ prisma: Prisma.TransactionClient; pg: pg.ClientBase }>;

type Database = Readonly<{
  prisma: PrismaClient;
  pool: pg.Pool;
  borrowed: AsyncLocalStorage<{ client?: pg.PoolClient }>;
}>;

// Next evaluates modules several times; one pool per process is kept on globalThis.
const shared = globalThis as { remitDatabase?: Database };

function open(): Database {
  const borrowed = new AsyncLocalStorage<{ client?: pg.PoolClient }>();
  const pool = new PreparingPool({ connectionString: env().DATABASE_URL, max: 12 });
  if (env().REMIT_DATABASE_EMBEDDED === "1")
    pool.on("connect", (client) => yieldAlong((client as unknown as { processID: number }).processID));
  pool.on("error", () => {}); // An idle connection died (a database restart): the pool replaces it on next use.
  const wrapped = Object.create(pool, {
    connect: {
      // Prisma takes a connection for each interactive transaction; we remember which, to lend it to COPY.
      // pool.query() comes here too, with a callback: that connection is not a transaction's.
      value: (callback?: Parameters<pg.Pool["connect"]>[0]) => {
        if (callback !== undefined) return pool.connect(callback);
        return pool.connect().then((client) => {
          const slot = borrowed.getStore();
          if (slot !== undefined) slot.client = client;
          return client;
        });
      },
    },
  }) as pg.Pool;
  // Prisma's type wants a name for every statement; undefined, for pg, is a statement that is not kept.
  const adapter = new PrismaPg(wrapped, { statementNameGenerator: ({ sql }) => nameOf(sql) as string });
  return { prisma: new PrismaClient({ adapter }), pool, borrowed };
}

const nameOf = (text: string) => (env().REMIT_PREPARE_STATEMENTS === "1" ? statementName(text) : undefined);

/** What is asked by text through the pool is prepared like what Prisma asks. */
class PreparingPool extends pg.Pool {
  override query = ((text: unknown, values: unknown, ...more: unknown[]) =>
    typeof text === "string" && Array.isArray(values) && more.length === 0
      ? super.query({ name: nameOf(text), text, values })
      : Reflect.apply(super.query, this, [text, values, ...more])) as pg.Pool["query"];
}

function database(): Database {
  shared.remitDatabase ??= open();
  return shared.remitDatabase;
}

/** For reads outside a transaction. Writes go through `transaction`. */
export const db = {
  get prisma(): PrismaClient {
    return database().prisma;
  },
  get pool(): pg.Pool {
    return database().pool;
  },
};

/** Runs `work` in one database transaction; anything thrown rolls all of it back. */
export async function transaction<T>(
  work: (tx: Tx) => Promise<T>,
  options: { timeoutMs?: number } = {},
): Promise<T> {
  const { prisma, borrowed } = database();
  const slot: { client?: pg.PoolClient } = {};
  return borrowed.run(slot, () =>
    prisma.$transaction(
      async (client) => {
        if (slot.client === undefined)
          throw new Error("invariant broken: the transaction's connection was not seen");
        return work({ prisma: client, pg: slot.client });
      },
      { timeout: options.timeoutMs ?? 30_000, maxWait: 15_000 },
    ),
  );
}

/** Closes every connection; for command-line programs, workers and tests that end. */
export async function closeDatabase(): Promise<void> {
  const open = shared.remitDatabase;
  delete shared.remitDatabase;
  if (open === undefined) return;
  await open.prisma.$disconnect();
  if (!open.pool.ended) await open.pool.end();
}

export { Prisma };
