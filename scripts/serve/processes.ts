import { type ChildProcess, spawn } from "node:child_process";

const GRACE_MS = 8000;

/** The processes of one start: if one of them dies, all stop; stopping is in reverse order and happens once. */
export class Processes {
  private readonly children: { name: string; child: ChildProcess }[] = [];
  private readonly stops: (() => Promise<void>)[] = [];
  private stopping = false;

  stopOn(signals: readonly NodeJS.Signals[]): void {
    for (const signal of signals) process.on(signal, () => void this.stop(0));
    process.on("disconnect", () => void this.stop(0));
  }

  onStop(stop: () => Promise<void>): void {
    this.stops.push(stop);
  }

  start(name: string, args: readonly string[]): void {
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
    this.children.push({ name, child });
    child.once("exit", (code) => {
      if (this.stopping) return;
      console.error(`The ${name} process ended unexpectedly (exit code ${code}); stopping.`);
      void this.stop(1);
    });
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
    for (const { child } of [...this.children].reverse()) await endChild(child);
    for (const stop of [...this.stops].reverse())
      await stop().catch((error: unknown) => console.error(error));
    process.exit(code);
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(timer);
}
