import type { DuckDBConnection, DuckDBMaterializedResult } from "@duckdb/node-api";
import type { JobHandle } from "./job-run";

/**
 * Runs a long DuckDB statement for a job: its progress is reported as rows of `total`, and the statement is interrupted
 * when somebody cancels the job. Without a total only the sign of life is written. `part`: which of several equal parts of
 * the work this statement is, counted from 0.
 */
export async function runWatched(
  connection: DuckDBConnection,
  sql: string,
  watch: { job: JobHandle; total: bigint; part?: Readonly<{ at: number; of: number }> },
): Promise<DuckDBMaterializedResult> {
  const { at, of } = watch.part ?? { at: 0, of: 1 };
  let stopped: unknown;
  let reporting = false;
  const report = async () => {
    if (reporting || stopped !== undefined) return;
    reporting = true;
    try {
      const share = (at + Math.min(100, Math.max(0, connection.progress.percentage)) / 100) / of;
      await watch.job.progress(BigInt(Math.floor(Number(watch.total) * share)), watch.total);
    } catch (error) {
      stopped = error;
      connection.interrupt();
    } finally {
      reporting = false;
    }
  };
  const timer = setInterval(() => void report(), 700);
  try {
    return await connection.run(sql);
  } catch (error) {
    throw stopped ?? error;
  } finally {
    clearInterval(timer);
  }
}

const LOOK_MS = 300;

/**
 * Runs `work` on a connection and looks a few times a second whether it may go on, whatever statement is at it. When `look`
 * throws (somebody cancelled, the disk is full), statements are interrupted until the work gives up, and what `look` threw
 * is passed on.
 */
export async function whileAllowed<T>(
  connection: DuckDBConnection,
  look: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  let stop: unknown = null;
  let isBusy = false;
  const timer = setInterval(() => {
    if (stop !== null) return connection.interrupt(); // The statement before may have ended meanwhile.
    if (isBusy) return;
    isBusy = true;
    look()
      .catch((error: unknown) => {
        stop = error ?? new Error("stopped");
        connection.interrupt();
      })
      .finally(() => {
        isBusy = false;
      });
  }, LOOK_MS);
  try {
    await look();
    return await work();
  } catch (error) {
    throw stop ?? error;
  } finally {
    clearInterval(timer);
  }
}
