// Playwright against the production build, in a world of its own (e2e/world.ts).
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./gates.mjs";
import { root } from "./install.mjs";

/** `deep`: the long journeys (`*.deep.e2e.ts`) instead of the ordinary ones. */
export async function runBrowserTests({ deep = false } = {}) {
  const dir = mkdtempSync(join(tmpdir(), "remit-browser-"));
  const file = join(dir, "report.json");
  const command = [
    process.execPath,
    join(root, "node_modules/@playwright/test/cli.js"),
    "test",
    "--reporter=line,json",
  ];
  const result = await run(deep ? "deep browser tests" : "browser tests", command, {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...(deep ? { REMIT_DEEP: "1" } : {}) },
  });
  try {
    const { stats } = JSON.parse(readFileSync(file, "utf8"));
    Object.assign(result, {
      passed: stats.expected + stats.flaky,
      failed: Math.max(stats.unexpected, result.ok ? 0 : 1),
      skipped: stats.skipped,
    });
  } catch {
    Object.assign(result, { ok: false, passed: 0, failed: 1 });
  }
  rmSync(dir, { recursive: true, force: true });
  return result;
}
