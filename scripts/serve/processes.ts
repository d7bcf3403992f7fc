import { type ChildProcess, spawn } from "node:child_process";

const GRACE_MS = 8000;

type Restart = Readonly<{ firstMs: number; mostMs: number; steadyMs: number }>;

/**
 * The pause before a restart grows with each death, up to a minute. After a process has lived that long, the pauses start
 * over.
 */
const RESTART: Restart = { firstMs: 1000, mostMs: 60_000, steadyMs: 60_000 };

/**
 * The processes of one start. One that may be restarted is, after a pause; the death of another stops all. Stopping is in
 * reverse order and happens once.
 */
export class Processes {
  private readonly children = new Map<string, ChildProcess>();
  private readonly stops: (() => Promise<void>)[] = [];
  private readonly restart: Restart;
  private stopping = false;

  constructor(restart: Restart = RESTART) {
    this.restart = restart;
  }

  stopOn(signals: readonly NodeJS.Signals[]): void {
    for (const signal of signals) process.on(signal, () => void this.stop(0));
    process.on("disconnect", () => void this.stop(0));
  }

  onStop(stop: () => Promise<void>): void {
    this.stops.push(stop);
  }

  start(name: string, args: readonly string[]): void {
    this.spawn(name, args).once("exit", (code, signal) => {
      if (this.stopping) return;
      console.error(`The ${name} process ended unexpectedly (${howEnded(code, signal)}); stopping.`);
      void this.stop(1);
    });
  }

  /** Starts a process without which the others are still of use: when it dies it is started again. */
  keep(name: string, args: readonly string[], pauseMs: number = this.restart.firstMs): void {
    const since = Date.now();
    this.spawn(name, args).once("exit", (code, signal) => {
      if (this.stopping) return;
      const pause = Date.now() - since >= this.restart.steadyMs ? this.restart.firstMs : pauseMs;
      const seconds = Math.ceil(pause / 1000);
      console.error(
        `The ${name} process ended unexpectedly (${howEnded(code, signal)}); starting it again in ${seconds} s.`,
      );
      setTimeout(() => {
        if (!this.stopping) this.keep(name, args, Math.min(2 * pause, this.restart.mostMs));
      }, pause);
    });
  }

  private spawn(name: string, args: readonly string[]): ChildProcess {
    // A group of its own: Ctrl-C at the terminal reaches only us, and we decide the order.
    const child = spawn(
      process.execPath,
      ["--import", new URL("../die-with-parent.mjs", import.meta.url).href, ...args],
      {
        stdio: ["ignore", process.env.REMIT_VERBOSE ? "inherit" : "ignore", "inherit", "ipc"],
        env: process.env,
        detached: process.platform !== "win32",
      },
    );
    this.children.set(name, child);
    return child;
  }

  async untilAnswering(url: string): Promise<void> {
    for (let attempt = 0; attempt < 240; attempt++) {
      const answered = await fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
        (response) => response.status < 500,
        () => false,
      );
      if (answered || this.stopping) return;
      await new Promise((done) => setTimeout(done, 250));
    }
    throw new Error("the web process did not answer within a minute");
  }

  async stop(code: number): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    console.log("\nStopping …");
    for (const child of [...this.children.values()].reverse()) await endChild(child);
    for (const stop of [...this.stops].reverse())
      await stop().catch((error: unknown) => console.error(error));
    process.exit(code);
  }
}

const howEnded = (code: number | null, signal: NodeJS.Signals | null): string =>
  signal === null ? `exit code ${code}` : signal;

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(timer);
}
