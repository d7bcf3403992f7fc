import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aFolder } from "./factories/folder";

test("a worker that dies is started again after a growing pause, and a stop ends what is running then", async () => {
  const dir = aFolder();
  const lives = join(dir, "lives");
  writeFileSync(lives, "");
  // Dies twice, then stays.
  const worker = join(dir, "worker.mjs");
  writeFileSync(
    worker,
    `import { appendFileSync, readFileSync } from "node:fs";
     appendFileSync(${JSON.stringify(lives)}, process.pid + "\\n");
     if (readFileSync(${JSON.stringify(lives)}, "utf8").split("\\n").length < 4) process.exit(3);
     setInterval(() => {}, 1000);`,
  );
  const keeper = join(dir, "keeper.ts");
  writeFileSync(
    keeper,
    `import { Processes } from ${JSON.stringify(join(process.cwd(), "scripts/serve/processes.ts"))};
     const processes = new Processes({ firstMs: 40, mostMs: 200, steadyMs: 60000 });
     processes.stopOn(["SIGTERM"]);
     processes.keep("worker", [${JSON.stringify(worker)}]);
     setInterval(() => {}, 1000);`,
  );
  const start = spawn(process.execPath, ["--import", "tsx", keeper], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  start.stderr.on("data", (text: Buffer) => {
    said += text.toString();
  });
  const pids = () => readFileSync(lives, "utf8").trim().split("\n").map(Number);
  await expect.poll(() => pids().length, { timeout: 20_000 }).toBe(3);
  const last = pids()[2] ?? 0;
  expect(() => process.kill(last, 0)).not.toThrow();
  start.kill("SIGTERM");
  const [code] = (await once(start, "exit")) as [number];
  expect(code).toBe(0);
  expect(() => process.kill(last, 0)).toThrow();
  expect(
    said.match(/The worker process ended unexpectedly \(exit code 3\); starting it again/g),
  ).toHaveLength(2);
}, 30_000);
