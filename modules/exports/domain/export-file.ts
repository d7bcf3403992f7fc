import { LIMITS } from "@/kernel/limits";
import { daysAfter } from "@/kernel/time";

/** Where the file of an export is stored. */
export function exportKey(exportId: string): string {
  return `exports/${exportId}.ndjson.gz`;
}

/** Until when a finished export can be downloaded. */
export function keptUntil(finishedAt: Date): Date {
  return daysAfter(finishedAt, LIMITS.exportDays);
}
