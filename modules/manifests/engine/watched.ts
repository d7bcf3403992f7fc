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
