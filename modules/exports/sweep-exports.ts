import { storage } from "@/infra/files/storage";
import { LIMITS } from "@/kernel/limits";
import { daysAfter } from "@/kernel/time";
import { exportKey } from "./domain/export-file";
import { exportsEnded } from "./repository/exports";

/** Deletes copies whose days are over. Looks a month back, so that a standstill leaves none behind; deleting again is harmless. */
export async function sweepExports(now: Date): Promise<void> {
  const before = (days: number) => daysAfter(now, -days);
  for (const id of await exportsEnded(before(LIMITS.exportDays + 31), before(LIMITS.exportDays)))
    await storage().remove(exportKey(id));
}
