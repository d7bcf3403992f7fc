import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { migrate } from "@/infra/db/migrate";
import { listenAddress, whyNotPublic } from "@/infra/net/public-instance";
import { buildIfNeeded } from "./build.mjs";
import { openDatabase } from "./serve/database";
import { openMailbox } from "./serve/mailbox";
import { choosePort } from "./serve/port";
import { Processes } from "./serve/processes";
import { loadSecrets } from "./serve/secrets";
import { seedIfNew } from "./serve/seed";
import { sweepWork } from "./serve/sweep";

/** Brings up database, mailbox, worker and web in order, and takes them down in reverse. */
async function main(): Promise<void> {
  const refusal = whyNotPublic(process.env);
  if (refusal !== null) throw new Error(refusal);
  const dev = process.argv.includes("--dev");
  const port = await choosePort(process.env.PORT);
  const dataDir = resolve(process.env.REMIT_DATA_DIR ?? ".data");
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o755); // The embedded server, another user when we are root, must be able to pass through.
  const secrets = loadSecrets(dataDir);

  const processes = new Processes();
  processes.stopOn(["SIGINT", "SIGTERM", "SIGHUP"]);
  const database = await openDatabase(dataDir, secrets, {
    died: (how) => console.error(`PostgreSQL ended unexpectedly (${how}); starting it again.`),
    gone(failure) {
      console.error(`PostgreSQL could not be started again; stopping. ${messageOf(failure)}`);
      void processes.stop(1);
    },
  });
  processes.onStop(database.stop);
  const mailbox = await openMailbox(dataDir);
  processes.onStop(mailbox.stop);

  const demo = process.env.REMIT_DEMO ?? (database.embedded ? "1" : "0");
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    REMIT_DATABASE_EMBEDDED: database.embedded ? "1" : "0",
    REMIT_DATA_DIR: dataDir,
    REMIT_SECRET: process.env.REMIT_SECRET ?? secrets.remitSecret,
    REMIT_URL: process.env.REMIT_URL ?? `http://localhost:${port}`,
    REMIT_DEMO: demo,
    ...(demo === "1" ? { REMIT_FEE_BPS: process.env.REMIT_FEE_BPS ?? "200" } : {}), // The demo's operator asks for 2%.
    ...mailbox.env,
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    NODE_ENV: dev ? "development" : "production",
  });
  const applied = await migrate(database.url);
  if (applied.length > 0)
    console.log(`Applied ${applied.length} migration${applied.length === 1 ? "" : "s"}.`);
  if (database.alone) sweepWork(dataDir);

  if (!dev && !existsSync(".next/remit-sources")) console.log("Building the pages (once; about a minute) …");
  if (!dev) buildIfNeeded();
  processes.keep("worker", ["--import", "tsx", "jobs/worker.ts"]);
  if (demo === "1") await seedIfNew(dataDir);
  const address = listenAddress(process.env);
  const listen = ["-p", String(port), ...(address === undefined ? [] : ["-H", address])];
  processes.start(
    "web",
    dev ? ["node_modules/next/dist/bin/next", "dev", ...listen] : ["scripts/web.mjs", ...listen],
  );
  await processes.untilAnswering(
    `${process.env.REMIT_URL_INTERNAL ?? `http://127.0.0.1:${port}`}/api/v1/health`,
  );

  console.log(`\nRemit is running at ${process.env.REMIT_URL}\n`);
  if (demo === "1") {
    const { signInHelp } = await import("./serve/sign-in-help");
    console.log(await signInHelp(dataDir, `${process.env.REMIT_URL}`));
  }
  console.log("Stop it with Ctrl-C.");
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

main().catch((error: unknown) => {
  console.error(`\nRemit could not start: ${messageOf(error)}`);
  process.exit(1);
});
