// `npm run verify`: every check that needs neither a database nor a browser. Seconds, not minutes.

import { report, runGates } from "./gates.mjs";
import { checkNode, installIfNeeded } from "./install.mjs";

checkNode();
installIfNeeded();
(await import("./generate.mjs")).generate();
const results = await runGates();
process.exit(report(results) ? 0 : 1);
