import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { openDatabase } from "@/scripts/serve/database";
import { loadSecrets } from "@/scripts/serve/secrets";

/**
 * Settings of the instance in this folder, for programs beside `npm start`: those of the environment, else the embedded
 * database, joined when it runs and started for the while when it does not. Returns what to call at the end.
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
