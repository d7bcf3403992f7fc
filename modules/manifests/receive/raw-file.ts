import { storage } from "@/infra/files/storage";
import { fileKey } from "../domain/manifest";
import { isFileNeeded } from "../repository/manifest";

/** The lock under which bytes of this digest are stored and taken away: nobody takes what another is about to record. */
export const fileLock = (sha256: string): string => `manifest-file:${sha256}`;

/** The lock under which results of checks are stored and recorded, and those nobody recorded are taken away. */
export const RESULTS_LOCK = "manifest-results";

/** Takes stored bytes away when no manifest needs them; to be called under their lock. */
export async function forgetUnneeded(sha256: string, dryRun: boolean): Promise<boolean> {
  if (await isFileNeeded(sha256, dryRun)) return false;
  await storage().remove(fileKey(sha256, dryRun));
  return true;
}
