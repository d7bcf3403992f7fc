import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { openDatabase } from "@/scripts/serve/database";
import { loadSecrets } from "@/scripts/serve/secrets";

/**
 * Loads the settings of the instance in this folder, for programs that run next to `npm start`: those of the environment,
 * else of the embedded database, which it starts unless it runs already. Returns the function to call at the end.
 */
export async function openInstance(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL && process.env.REMIT_SECRET) return async () => {};
  const dataDir = resolve(process.env.REMIT_DATA_DIR ?? ".data");
  if (!existsSync(join(dataDir, "secrets.json")))
    throw new Error(
      `there is no instance in ${dataDir}: run npm start first, or set DATABASE_URL and REMIT_SECRET`,
    );
  const secrets = loadSecrets(dataDir);
  const database = await openDatabase(dataDir, secrets);
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    REMIT_DATA_DIR: dataDir,
    REMIT_SECRET: process.env.REMIT_SECRET ?? secrets.remitSecret,
  });
  return database.stop;
}
