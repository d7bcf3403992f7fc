import pg from "pg";
import { DomainError } from "@/kernel/errors";
import { env } from "../env";

const CHANNEL = "remit_lock_wanted";
const LOOK_MS = 100;
const ASK_MS = 1_000;
const WAIT_MS = 30_000;
const WORK_MS = 20 * 60_000;

type Waiting = Readonly<{
  /** Called when somebody else waits for the lock, or when it is lost with its connection: let go soon. */
  wanted?: () => void;
  /** Ends the waiting. */
  signal?: AbortSignal;
  waitMs?: number;
}>;

/** The connection that holds this process's locks, and how many hold or wait by it. */
type Line = { client: Promise<pg.Client>; users: number; turn: Promise<unknown> };
type Locks = { holders: Map<string, () => void>; line: Line | undefined };

// Next evaluates modules several times; who holds what in this process is kept on globalThis.
const shared = globalThis as { remitLocks?: Locks };
const locks = (): Locks => {
  shared.remitLocks ??= { holders: new Map(), line: undefined };
  return shared.remitLocks;
};

/**
 * Takes a lock over all processes and returns its release. A process holds its PostgreSQL advisory locks on one connection,
 * so its death releases them immediately. A waiting caller asks the holder to release. Throws CONFLICT on a timeout or on
 * `signal`.
 */
export async function holdLock(name: string, waiting: Waiting = {}): Promise<() => Promise<void>> {
  const until = Date.now() + (waiting.waitMs ?? WAIT_MS);
  const { holders } = locks();
  const line = enter();
  let asked = 0;
  try {
    for (;;) {
      if (await tryLock(line, name, waiting.wanted ?? (() => {}))) return () => letGo(line, name);
      if (Date.now() - asked > ASK_MS) {
        asked = Date.now();
        holders.get(name)?.();
        await ask(line, "SELECT pg_notify($1, $2)", [CHANNEL, name]);
      }
      if (Date.now() > until || waiting.signal?.aborted === true) throw notYet();
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
  } catch (error) {
    leave(line);
    throw error;
  }
}

/** Runs `work` while nobody else, in any process, works under the same name; waits as long as storing a large file takes. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const release = await holdLock(name, { waitMs: WORK_MS });
  try {
    return await work();
  } finally {
    await release();
  }
}

const notYet = () => new DomainError("CONFLICT", "Someone else is changing this now. Try again in a minute.");

/** To PostgreSQL two requests of one process are the same holder: so it is taken among ourselves first. */
async function tryLock(line: Line, name: string, wanted: () => void): Promise<boolean> {
  const { holders } = locks();
  if (holders.has(name)) return false;
  holders.set(name, wanted);
  const got = await ask(line, "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got", [name]).then(
    ({ rows }) => rows[0]?.got === true,
    (error: unknown) => {
      holders.delete(name);
      throw error;
    },
  );
  if (!got) holders.delete(name);
  return got;
}

async function letGo(line: Line, name: string): Promise<void> {
  // Where the connection is gone, so is the lock.
  await ask(line, "SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name]).catch(() => {});
  locks().holders.delete(name);
  leave(line);
}

function enter(): Line {
  const all = locks();
  all.line ??= openLine();
  all.line.users += 1;
  return all.line;
}

function leave(line: Line): void {
  line.users -= 1;
  if (line.users > 0) return;
  const all = locks();
  if (all.line === line) all.line = undefined;
  line.client.then((client) => client.end()).catch(() => {});
}

function openLine(): Line {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  const line: Line = { client: connected(client), users: 0, turn: Promise.resolve() };
  line.client.catch(() => {}); // callers that await it get the error
  client.on("error", () => {
    const all = locks();
    if (all.line !== line) return;
    all.line = undefined;
    for (const wanted of all.holders.values()) wanted();
  });
  client.on("notification", ({ payload }) => locks().holders.get(payload ?? "")?.());
  return line;
}

async function connected(client: pg.Client): Promise<pg.Client> {
  await client.connect();
  await client.query(`LISTEN ${CHANNEL}`);
  return client;
}

/** One question after the other: the connection is shared. */
function ask(line: Line, text: string, values: readonly string[]): Promise<pg.QueryResult> {
  const answer = line.turn.then(async () => (await line.client).query(text, [...values]));
  line.turn = answer.catch(() => {});
  return answer;
}
