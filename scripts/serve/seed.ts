import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes the demo world once. A seed that was killed goes on where it stopped: each of its steps is made only once. */
export async function seedIfNew(dataDir: string): Promise<void> {
  const marker = join(dataDir, "demo.done");
  if (existsSync(marker)) return;
  console.log("Making the demo world (once) …");
  const run = spawnSync(process.execPath, ["--import", "tsx", "prisma/seed.ts"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: process.env,
  });
  if (run.status !== 0) throw new Error("the demo world could not be made");
  writeFileSync(marker, new Date().toISOString());
}
