// `npm run test:deep`: what takes longer than `npm test` may. Runs after it in CI, on the same clone. The last line is the count.
import { checkNode, installIfNeeded } from "./install.mjs";

checkNode();
installIfNeeded();
(await import("./generate.mjs")).generate();
const { report, run, runTests, show } = await import("./gates.mjs");
const { runBrowserTests } = await import("./browser-tests.mjs");

const results = [];
const step = async (work) => {
  const result = await work;
  results.push(result);
  show(result);
  return result;
};
await step(runTests("deep"));
const build = await step(run("production build", [process.execPath, "scripts/build.mjs"]));
if (build.ok) await step(runBrowserTests({ deep: true }));
process.exit(report(results) ? 0 : 1);
