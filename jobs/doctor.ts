/**
 * `npm run doctor`: checks the invariants of the domain on a live database and prints what it checked. It changes nothing.
 * Ends with 1 when anything is wrong, or when a check could not be made. Every sealed clearance and allocation is computed
 * again; `npm run doctor -- --reruns=20` does so for the newest twenty of each alone.
 */
import { parseArgs } from "node:util";
import { closeDatabase } from "@/infra/db";
import { CHECKS } from "./checks";
import { examine, reportLine } from "./examine";
import { openInstance } from "./instance";

const { values } = parseArgs({ options: { reruns: { type: "string" } } });
if (values.reruns !== undefined && !/^\d{1,9}$/.test(values.reruns))
  throw new Error("--reruns takes a whole number: how many of the newest are computed again");
const limits = { reruns: values.reruns === undefined ? undefined : Number(values.reruns) };
const close = await openInstance();
let faulty = 0;
let made = 0;
for (const [capability, checks] of Object.entries(CHECKS)) {
  process.stdout.write(`${capability}\n`);
  for (const check of checks) {
    const finding = await examine(check, limits);
    made++;
    if (finding.faults.length > 0) faulty++;
    process.stdout.write(reportLine(finding));
  }
}
process.stdout.write(
  faulty === 0 ? `\n${made} checks, nothing wrong.\n` : `\n${made} checks, ${faulty} with faults.\n`,
);
await closeDatabase();
await close();
process.exitCode = faulty === 0 ? 0 : 1;
