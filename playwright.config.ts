import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { freePort } from "@/infra/db/postgres-embedded";
import { chromiumOptions } from "./e2e/support/chromium";

// Chosen once: the processes of one run inherit it.
process.env.REMIT_E2E_PORT ??= String(await freePort());
const port = Number(process.env.REMIT_E2E_PORT);
// The world's data folder is chosen here (and made by the world), so that tests can read its demo.json. Workers inherit it.
process.env.REMIT_E2E_DATA_DIR ??= join(tmpdir(), `remit-e2e-${randomUUID()}`);
const running = process.env.REMIT_E2E_URL; // a world that is up already, while writing tests

/** One world (database, mailbox, worker, production web) for the run: e2e/world.ts starts it and its demo seed. */
export default defineConfig({
  testDir: "e2e",
  // The long journeys run in `npm run test:deep` alone: REMIT_DEEP=1 chooses them.
  ...(process.env.REMIT_DEEP === "1"
    ? { testMatch: "**/*.deep.e2e.ts" }
    : { testMatch: "**/*.e2e.ts", testIgnore: "**/*.deep.e2e.ts" }),
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}", // one browser, so no platform in the names
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "line",
  use: {
    baseURL: running ?? `http://localhost:${port}`,
    trace: "retain-on-failure",
    actionTimeout: 15_000,
    locale: "en-GB",
    timezoneId: "UTC",
    launchOptions: await chromiumOptions(),
  },
  ...(running
    ? {}
    : {
        webServer: {
          command: "node --import tsx e2e/world.ts",
          url: `http://localhost:${port}/api/v1/health`,
          timeout: 180_000,
          reuseExistingServer: false,
          gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
          stdout: "ignore",
          stderr: "pipe",
          env: { PORT: String(port), REMIT_E2E_DATA_DIR: process.env.REMIT_E2E_DATA_DIR },
        },
      }),
});
