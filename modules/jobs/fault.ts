/** Refusals of this kind are about the file that somebody sent: they are for its sender to fix, and a second run finds the same. */
export const FILE_FAULT_PREFIX = "MANIFEST_";

/** True when a job failed because of the file it was given. */
export function isFileFault(job: Readonly<{ state: string; error: unknown }>): boolean {
  const code = (job.error as { code?: unknown } | null)?.code;
  return job.state === "failed" && typeof code === "string" && code.startsWith(FILE_FAULT_PREFIX);
}
