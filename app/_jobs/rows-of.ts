import type { JobView } from "@/modules/jobs/schema";

/** The rows of the step that had the most: each step starts its own count, and the last one often counts nothing. */
export function rowsOf(job: JobView): bigint {
  const counts = [job.rowsDone, ...job.phases.map(({ rowsTotal, rowsDone }) => rowsTotal ?? rowsDone ?? "0")];
  return counts.map(BigInt).reduce((most, rows) => (rows > most ? rows : most), 0n);
}
