import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Secrets = Readonly<{ postgresPassword: string; remitSecret: string }>;

/** Made on first start and kept, readable by their owner only. Losing them means signing in again, not losing data. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  const secrets = {
    postgresPassword: randomBytes(24).toString("base64url"),
    remitSecret: randomBytes(32).toString("base64url"),
  };
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file); // Whole or not at all: half a password would lock the database for good.
  return secrets;
}
