import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { HOUR_MS } from "@/kernel/time";

const IDLE_MS_MIN = HOUR_MS;

/** Empties a cache down to `bytesMax`, longest unused first; what was used in the last hour may be open and stays. */
export async function evictOld(
  dir: string,
  limits: { bytesMax: number; idleMsMin?: number; at?: Date },
): Promise<number> {
  const { bytesMax, idleMsMin = IDLE_MS_MIN, at = new Date() } = limits;
  const files: { path: string; bytes: number; used: number }[] = [];
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const facts = await stat(path).catch(() => null);
    if (facts !== null) files.push({ path, bytes: facts.size, used: facts.mtimeMs });
  }
  let total = files.reduce((sum, file) => sum + file.bytes, 0);
  let evicted = 0;
  for (const file of files.sort((a, b) => a.used - b.used)) {
    if (total <= bytesMax || at.getTime() - file.used < idleMsMin) break;
    await rm(file.path, { force: true });
    total -= file.bytes;
    evicted += 1;
  }
  return evicted;
}
