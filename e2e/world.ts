/** The world of the browser tests: a fresh data folder, then exactly what `npm start` does. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const dataDir = process.env.REMIT_E2E_DATA_DIR ?? mkdtempSync(join(tmpdir(), "remit-e2e-"));
const env = {
  ...process.env,
  REMIT_DATA_DIR: dataDir,
  REMIT_CONTACT: "help@remit.example",
  LOG_LEVEL: "error",
};
delete (env as Record<string, unknown>).DATABASE_URL;
const child = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
  env,
  stdio: ["ignore", "inherit", "inherit", "ipc"],
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill("SIGTERM"));
child.on("exit", (code) => {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code ?? 0);
});
