import { isFileFault } from "./fault";
import { findJob } from "./repository";

/** Whether a job failed because of the file it was given: its sender can repair that, and the operator cannot. */
export async function failedByItsFile(jobId: string): Promise<boolean> {
  const job = await findJob(jobId);
  return job !== null && isFileFault(job);
}
