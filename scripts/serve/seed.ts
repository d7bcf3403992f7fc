import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes the demo world once. A seed that was killed goes on where it stopped: each of its steps is made only once.
 * It is awaited, never blocked on: the mailbox its mails go to lives in this very process.
 */
export async function seedIfNew(dataDir: string): Promise<void> {
  const marker = join(dataDir, "demo.done");
  if (existsSync(marker)) return;
  console.log("Making the demo world (once) …");
  const seed = spawn(process.execPath, ["--import", "tsx", "prisma/seed.ts"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: process.env,
  });
  const [code] = (await once(seed, "exit")) as [number | null];
  if (code !== 0) throw new Error("the demo world could not be made");
  writeFileSync(marker, new Date().toISOString());
}
