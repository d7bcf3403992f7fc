import { LIMITS } from "@/kernel/limits";

/** Where the file of an export is stored. */
export function exportKey(exportId: string): string {
  return `exports/${exportId}.ndjson.gz`;
}

/** Until when a finished export can be downloaded. */
export function keptUntil(finishedAt: Date): Date {
  return new Date(finishedAt.getTime() + LIMITS.exportDays * 86_400_000);
}
