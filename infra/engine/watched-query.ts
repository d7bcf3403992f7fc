import type { DuckDBConnection } from "@duckdb/node-api";
import { DomainError } from "@/kernel/errors";

const LOOK_MS = 300;
const REPORT_MS = 500;

/** So long a look may fail for a reason that is no refusal: a database that restarts is no reason to lose minutes of work. */
const BLIP_MS = 60_000;

/** Looks again and again until it is ended. A look that refuses (DomainError), or fails for a minute, stops the work. */
class Watch {
  stopped: unknown = null;
  private looking: Promise<void> = Promise.resolve();
  private isLooking = false;
  private failsSince: number | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly look: () => Promise<void>,
    private readonly stop: () => void,
    everyMs: number,
  ) {
    this.timer = setInterval(() => this.tick(), everyMs);
  }

  /** No look is under way after it: none can interrupt or write into what comes next. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private tick(): void {
    if (this.stopped !== null) this.stop(); // The statement before may have ended meanwhile.
    if (this.stopped !== null || this.isLooking) return;
    this.isLooking = true;
    this.looking = this.look()
      .then(
        () => {
          this.failsSince = null;
        },
        (error: unknown) => this.failed(error),
      )
      .finally(() => {
        this.isLooking = false;
      });
  }

  private failed(error: unknown): void {
    this.failsSince ??= Date.now();
    if (!(error instanceof DomainError) && Date.now() - this.failsSince < BLIP_MS) return;
    this.stopped = error ?? new Error("stopped");
    this.stop();
  }
}

/**
 * Runs one long statement and reports twice a second how much of it is done, as a fraction from 0 to 1. When `report` refuses
 * (the job was cancelled), the engine is interrupted and the refusal is passed on.
 */
export async function watched(
  connection: DuckDBConnection,
  sql: string,
  report: (done: number) => Promise<void>,
): Promise<void> {
  await connection.run(COUNTED);
  const watch = new Watch(
    () => report(Math.min(1, Math.max(0, connection.progress.percentage) / 100)),
    () => connection.interrupt(),
    REPORT_MS,
  );
  try {
    await connection.run(sql);
  } catch (error) {
    await watch.end();
    throw watch.stopped ?? error;
  }
  await watch.end();
  if (watch.stopped !== null) throw watch.stopped;
}

/** Without it the engine keeps no count of what is done; it prints nothing. */
const COUNTED =
  "SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 0";

/**
 * Runs `work` on a connection and looks a few times a second whether it may go on, whatever statement is at it. When `look`
 * refuses (the job was cancelled, the disk is full), statements are interrupted until the work gives up, and what `look` threw
 * is passed on.
 */
export async function whileAllowed<T>(
  connection: DuckDBConnection,
  look: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  await look();
  const watch = new Watch(look, () => connection.interrupt(), LOOK_MS);
  try {
    return await work();
  } catch (error) {
    await watch.end();
    throw watch.stopped ?? error;
  } finally {
    await watch.end();
  }
}
