import { type Check, type CheckLimits, type CheckResult, reason } from "@/infra/check";

export type Finding = Readonly<{ check: Check }> & CheckResult;

/** Makes one check; one that cannot be made is a fault itself, never silence. */
export async function examine(check: Check, limits: CheckLimits = {}): Promise<Finding> {
  try {
    return { check, ...(await check.run(limits)) };
  } catch (error) {
    return { check, checked: 0n, faults: [`could not be checked: ${reason(error)}`] };
  }
}

/** One finding as printed: what holds or not, how much was looked at, and each fault. */
export function reportLine({ check, checked, faults, outOf = checked }: Finding): string {
  const number = check.invariant === undefined ? "" : ` [invariant ${check.invariant}]`;
  const mark = faults.length === 0 ? "ok   " : "FAULT";
  return `  ${mark} ${check.name}${number}: ${checked}${outOf === checked ? "" : ` of ${outOf}`} ${check.of}\n${faults.map((fault) => `          ${fault}\n`).join("")}`;
}
