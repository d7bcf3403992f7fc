// `npm test`: every gate and every test, from a fresh clone. The last line is the count.
import { checkNode, installIfNeeded } from "./install.mjs";

checkNode();
installIfNeeded();
(await import("./generate.mjs")).generate();
const { report, run, runGates, runTests, show } = await import("./gates.mjs");
const { runBrowserTests } = await import("./browser-tests.mjs");

const results = await runGates();
const step = async (work) => {
  const result = await work;
  results.push(result);
  show(result);
  return result;
};
await step(runTests("db"));
const build = await step(run("production build", [process.execPath, "scripts/build.mjs"]));
if (build.ok) await step(runBrowserTests());
process.exit(report(results) ? 0 : 1);
