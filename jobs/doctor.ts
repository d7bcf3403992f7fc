/**
 * `npm run doctor`: checks the invariants of the domain on a live database, prints the checks and stores the result for the
 * operator's health page. Exits with 1 on a fault, or when a check failed to run. Recomputes every sealed clearance and
 * allocation; `-- --reruns=20` only the newest twenty of each.
 */
import { parseArgs } from "node:util";
import { closeDatabase } from "@/infra/db/db";
import { reportLine } from "./examine";
import { examineEverything } from "./examine-everything";
import { openInstance } from "./instance";

const { values } = parseArgs({ options: { reruns: { type: "string" } } });
if (values.reruns !== undefined && !/^\d{1,9}$/.test(values.reruns))
  throw new Error("--reruns takes a whole number: how many of the newest are computed again");
const limits = { reruns: values.reruns === undefined ? undefined : Number(values.reruns) };
const close = await openInstance();
let shown = "";
const findings = await examineEverything(limits, (capability, finding) => {
  if (capability !== shown) process.stdout.write(`${capability}\n`);
  shown = capability;
  process.stdout.write(reportLine(finding));
});
const made = findings.length;
const faulty = findings.filter(({ faults }) => faults.length > 0).length;
process.stdout.write(
  faulty === 0 ? `\n${made} checks, nothing wrong.\n` : `\n${made} checks, ${faulty} with faults.\n`,
);
await closeDatabase();
await close();
process.exitCode = faulty === 0 ? 0 : 1;
