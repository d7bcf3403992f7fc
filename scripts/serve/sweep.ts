import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Names of single work files and folders, and the engine's spill; a job's own folder has another name and is resumed. */
const HALF_MADE = /^([0-9a-f]{8}-|engine$)/;

/** Removes what a killed worker left half-made. Only for a start that is alone here: another's work is under way in there. */
export function sweepWork(dataDir: string): void {
  const work = join(dataDir, "work");
  if (!existsSync(work)) return;
  for (const name of readdirSync(work))
    if (HALF_MADE.test(name)) rmSync(join(work, name), { recursive: true, force: true });
}
