import type { DuckDBConnection } from "@duckdb/node-api";

/**
 * Runs one statement and reports its progress twice a second (a fraction, 0 to 1). When `report` throws (somebody
 * cancelled), the statement is interrupted and the error passed on.
 */
export async function watched(
  connection: DuckDBConnection,
  sql: string,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  let stop: unknown = null;
  let busy = false;
  const timer = setInterval(() => {
    if (busy || stop !== null) return;
    busy = true;
    const percent = connection.progress.percentage;
    report(percent > 0 ? Math.min(1, percent / 100) : 0)
      .catch((error: unknown) => {
        stop = error ?? new Error("stopped");
        connection.interrupt();
      })
      .finally(() => {
        busy = false;
      });
  }, 500);
  try {
    await connection.run(sql);
  } catch (error) {
    throw stop ?? error;
  } finally {
    clearInterval(timer);
  }
  if (stop !== null) throw stop;
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
