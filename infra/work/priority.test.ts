import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const SCRIPT = `
  const { spawn } = await import("node:child_process");
  const { readFileSync, writeFileSync } = await import("node:fs");
  const { getPriority } = await import("node:os");
  const { setTimeout } = await import("node:timers/promises");
  const { yieldAlong, yieldToWeb } = await import("./infra/work/priority.ts");
  const helper = spawn("sleep", ["30"], { detached: true });
  const file = "/proc/" + helper.pid + "/autogroup";
  const group = () => readFileSync(file, "utf8").split(" ").at(-1).trim();
  let groups = true; // whether this system shares out by session, and lets us say so
  try { writeFileSync(file, "1"); } catch { groups = false; }
  yieldAlong(helper.pid);
  const before = getPriority(helper.pid);
  yieldToWeb();
  yieldAlong(helper.pid);
  for (let i = 0; groups && group() !== "19" && i < 100; i++) await setTimeout(50);
  const said = { before, own: getPriority(), helper: getPriority(helper.pid), group: groups ? group() : "19" };
  yieldAlong(2147483646); // nobody
  helper.kill();
  console.log(JSON.stringify(said));
  process.exit(0);`;

test("a process that yields comes last, and so does what works for it; before that nobody does", () => {
  const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", SCRIPT], {
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toEqual({ before: 0, own: 19, helper: 19, group: "19" });
});
