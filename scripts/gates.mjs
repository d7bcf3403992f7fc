// The gates as data: each a command, run two at a time, its output shown only when it fails.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./install.mjs";

const bin = (path) => [process.execPath, join(root, "node_modules", path)];
// A folder that has no file yet is not in a clone.
const SOURCES = [
  "app",
  "modules",
  "kernel",
  "infra",
  "ui",
  "jobs",
  "letters",
  "messages",
  "cli",
  "proxy.ts",
].filter((path) => existsSync(join(root, path)));
const GATES = [
  { name: "types", command: [...bin("typescript-native/bin/tsc"), "-p", ".", "--noEmit"] },
  {
    name: "format and lint",
    command: [...bin("@biomejs/biome/bin/biome"), "check", ".", "--error-on-warnings"],
  },
  {
    name: "directions",
    command: [
      ...bin("dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      ".dependency-cruiser.cjs",
      ...SOURCES,
    ],
  },
  { name: "dead code", command: [...bin("knip/bin/knip.js"), "--no-progress"] },
];

/** Runs one command; returns {name, ok, passed, failed, seconds, output}. A `vitest` run counts its tests. */
export function run(name, command, options = {}) {
  const started = Date.now();
  return new Promise((done) => {
    const child = spawn(command[0], command.slice(1), {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: "0", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk) => {
      output += chunk;
      if (options.live) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", (code) =>
      done({
        name,
        ok: code === 0,
        passed: code === 0 ? 1 : 0,
        failed: code === 0 ? 0 : 1,
        seconds: (Date.now() - started) / 1000,
        output,
      }),
    );
  });
}

/** A vitest project; its own count of tests becomes ours. */
export async function runTests(project, options = {}) {
  const dir = mkdtempSync(join(tmpdir(), "remit-report-"));
  const file = join(dir, "report.json");
  const command = [
    ...bin("vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const result = await run(`${project} tests`, command, options);
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, "utf8"));
    Object.assign(result, {
      passed: numPassedTests,
      failed: Math.max(numFailedTests, result.ok ? 0 : 1),
      skipped: numPendingTests,
    });
  } catch {
    Object.assign(result, { ok: false, passed: 0, failed: 1 }); // No report: it never got to its tests.
  }
  rmSync(dir, { recursive: true, force: true });
  return result;
}

export async function runGates() {
  rmSync(join(root, ".next/types"), { recursive: true, force: true }); // An earlier build may name routes that are gone.
  const queue = [...GATES.map((gate) => () => run(gate.name, gate.command)), () => runTests("unit")];
  const results = [];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const result = await next();
      results.push(result);
      show(result);
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

export function show(result) {
  const count =
    result.passed + result.failed > 1
      ? `  ${result.passed} passed${result.failed ? `, ${result.failed} failed` : ""}`
      : "";
  console.log(
    `${result.ok ? "ok    " : "FAILED"} ${result.name.padEnd(18)} ${result.seconds.toFixed(1).padStart(6)} s${count}`,
  );
  if (!result.ok) console.log(result.output.trim().slice(-12000));
  const skipped = result.output.match(/^.*\bskipped:.*$/gim) ?? [];
  for (const line of new Set(skipped)) console.log(`       ${line.trim()}`);
}

/** Prints the closing line and says whether all is well. */
export function report(results) {
  const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
  console.log(
    `${sum("passed")} passed, ${sum("failed")} failed${sum("skipped") ? `, ${sum("skipped")} skipped` : ""}`,
  );
  return results.every((result) => result.ok) && sum("failed") === 0;
}
