import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./e2e/support/chromium";

const port = Number(process.env.REMIT_E2E_PORT ?? 3170);

/** One world (database, mailbox, worker, production web) for the run: e2e/world.ts starts it and its demo seed. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: "line",
  use: {
    baseURL: `http://localhost:${port}`,
    trace: "retain-on-failure",
    locale: "en-GB",
    timezoneId: "UTC",
    launchOptions: await chromiumOptions(),
  },
  webServer: {
    command: "node --import tsx e2e/world.ts",
    url: `http://localhost:${port}/api/v1/health`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: { PORT: String(port) },
  },
});
