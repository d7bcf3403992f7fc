import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { forgetEnv } from "@/infra/env";
import { type DevMailbox, startDevMailbox } from "@/infra/mail/dev-mailbox";

/**
 * A mailbox while the tests of a file run: what they send comes there over real SMTP. Called once, outside of tests.
 * `dir` is where its mails lie; its port is known once tests run.
 */
export function aMailbox(): Readonly<{ dir: string; port: () => number }> {
  const dir = mkdtempSync(join(tmpdir(), "remit-mailbox-"));
  let mailbox: DevMailbox;
  beforeAll(async () => {
    mailbox = await startDevMailbox({ port: 0, dir });
    process.env.SMTP_URL = mailbox.url;
    forgetEnv();
  });
  afterAll(async () => {
    await mailbox.close();
    rmSync(dir, { recursive: true, force: true });
  });
  return { dir, port: () => mailbox.port };
}
