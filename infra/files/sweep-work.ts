import { readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "../env";

// The engine's own folder for what does not fit into memory: it clears that itself, and a new start does (scripts/serve/sweep.ts).
const ENGINE = "engine";

/** Removes work files and folders in which nothing was written since `before`, unless `isLiving` says their owner is not done. */
export async function sweepWork(before: Date, isLiving: (name: string) => Promise<boolean>): Promise<number> {
  const work = join(resolve(env().REMIT_DATA_DIR), "work");
  let swept = 0;
  for (const name of await readdir(work).catch(() => [])) {
    if (name === ENGINE || (await lastWritten(join(work, name))) >= before.getTime()) continue;
    if (await isLiving(name)) continue;
    await rm(join(work, name), { recursive: true, force: true });
    swept += 1;
  }
  return swept;
}

async function lastWritten(path: string): Promise<number> {
  const inside = await readdir(path, { recursive: true }).catch(() => []); // A file has nothing inside.
  const times = await Promise.all(
    [".", ...inside].map((name) =>
      stat(join(path, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0, // It went while we looked.
      ),
    ),
  );
  return Math.max(...times);
}
