import type { Check } from "@/infra/check";

export type Finding = Readonly<{ check: Check; checked: bigint; faults: readonly string[] }>;

/** Makes one check; one that cannot be made is a fault itself, never silence. */
export async function examine(check: Check): Promise<Finding> {
  try {
    return { check, ...(await check.run()) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { check, checked: 0n, faults: [`could not be checked: ${reason}`] };
  }
}

/** One finding as printed: what holds or not, how much was looked at, and each fault. */
export function reportLine({ check, checked, faults }: Finding): string {
  const number = check.invariant === undefined ? "" : ` [invariant ${check.invariant}]`;
  const mark = faults.length === 0 ? "ok   " : "FAULT";
  return `  ${mark} ${check.name}${number}: ${checked} ${check.of}\n${faults.map((fault) => `          ${fault}\n`).join("")}`;
}
