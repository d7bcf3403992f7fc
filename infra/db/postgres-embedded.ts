import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Binaries, handToServer, serverBinaries, serverDataDir, serverIdentity } from "./postgres-home";

/** A running server of ours. `stop` ends it cleanly and may be called twice. */
export type EmbeddedPostgres = Readonly<{
  url(database: string): string;
  port: number;
  /** Of the server that runs now: another one after a restart. */
  pid(): number | undefined;
  stop(): Promise<void>;
}>;

type Options = Readonly<{
  dataDir: string;
  port?: number;
  password: string;
  /** false: for tests, whose data may be lost with the machine. */
  durable?: boolean;
  /** With it the server is started again on its port when it dies. */
  supervise?: Supervision | undefined;
}>;

/** The kernel kills a large process when memory runs out: a server that nobody starts again would leave every page broken. */
export type Supervision = Readonly<{
  /** The server died, and is being started again. */
  died(how: string): void;
  /** It could not be started again. */
  gone(failure: unknown): void;
}>;

export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A sixteenth of the memory, between 128 MB and 1 GB: a posting of a million lines then stays in it. */
function sharedBuffersMb(): number {
  return Math.round(Math.min(1024, Math.max(128, totalmem() / 2 ** 20 / 16)));
}

const RESTARTS_MAX = 6;

/**
 * Starts PostgreSQL from the npm package over `dataDir` (made on first use). A server left running by a killed start
 * is stopped first: its data is intact, PostgreSQL recovers by itself.
 */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  const dataDir = serverDataDir(options.dataDir);
  const bin = await serverBinaries();
  if (!existsSync(join(dataDir, "PG_VERSION"))) initialise(bin, dataDir, options.password);
  else stopLeftover(bin, dataDir);
  const port = options.port ?? (await freePort());
  const url = (database: string) =>
    `postgres://remit:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`;
  const start = () => spawnServer(bin, [dataDir, String(port), options.durable !== false], url("postgres"));
  let child = await start();
  let stopping = false;
  const watch = (): void => {
    child.once("exit", (code, signal) => {
      if (stopping || options.supervise === undefined) return;
      options.supervise.died(signal ?? `exit code ${code}`);
      restart().catch(options.supervise.gone);
    });
  };
  // Children of a killed server live on for a moment and hold the memory it shared with them: until they are gone,
  // PostgreSQL refuses to start.
  const restart = async (attempt = 1): Promise<void> => {
    stopLeftover(bin, dataDir);
    try {
      child = await start();
    } catch (failure) {
      if (stopping || attempt === RESTARTS_MAX) throw failure;
      await new Promise((done) => setTimeout(done, attempt * 500));
      return restart(attempt + 1);
    }
    if (stopping) await stop(child);
    else watch();
  };
  watch();
  return {
    url,
    port,
    pid: () => child.pid,
    async stop() {
      stopping = true;
      await stop(child);
    },
  };
}

type Placed = readonly [dataDir: string, port: string, durable: boolean];

async function spawnServer(
  bin: Binaries,
  [dataDir, port, durable]: Placed,
  url: string,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: `${sharedBuffersMb()}MB`,
    max_wal_size: "4GB",
    wal_level: "minimal", // Nobody replicates the embedded server; a COPY into a new partition then skips the WAL.
    max_wal_senders: "0",
    checkpoint_timeout: "15min",
    wal_compression: "on",
    maintenance_work_mem: "256MB",
    work_mem: "32MB",
    jit: "off",
    timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(bin.postgres, ["-D", dataDir, "-p", port, ...flags], {
    ...serverIdentity,
    cwd: "/",
    // Out of the terminal's reach: Ctrl-C must not end the database under the worker's hands.
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const tooLate = (): void => void child.kill("SIGQUIT"); // We end without having stopped it: it recovers at next start.
  process.once("exit", tooLate);
  child.once("exit", () => process.off("exit", tooLate));
  const tail: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => {
    tail.push(chunk.toString());
    if (tail.length > 40) tail.shift();
  });
  await untilReady(child, url, tail);
  return child;
}

function initialise(bin: Binaries, dataDir: string, password: string): void {
  // An initdb that was killed leaves a folder without PG_VERSION; nothing in it is worth keeping.
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const passwordFile = `${dataDir}.pw`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    for (const path of [dataDir, passwordFile]) handToServer(path);
    execFileSync(
      bin.initdb,
      [
        "-D",
        dataDir,
        "-U",
        "remit",
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
      ],
      { ...serverIdentity, cwd: "/", stdio: "pipe" },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function stopLeftover(bin: Binaries, dataDir: string): void {
  const pidFile = join(dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  try {
    process.kill(pid, 0);
    execFileSync(bin.pg_ctl, ["-D", dataDir, "-m", "fast", "-w", "stop"], {
      ...serverIdentity,
      cwd: "/",
      stdio: "pipe",
    });
  } catch {
    rmSync(pidFile, { force: true }); // Nobody by that number, or not a server of ours: the file is stale.
  }
}

async function untilReady(child: ChildProcess, url: string, tail: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL did not start:\n${tail.join("")}`);
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  child.kill("SIGKILL");
  throw new Error(`PostgreSQL did not answer within 30 seconds:\n${tail.join("")}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGINT"); // fast shutdown: connections are closed, what is committed is safe
  await ended;
}
