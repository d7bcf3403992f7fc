import type { CheckLimits } from "@/infra/check";
import { now } from "@/infra/clock";
import { recordDoctorRun } from "@/modules/system/record-doctor-run";
import { CHECKS } from "./checks";
import { examine, type Finding } from "./examine";

/** Makes every check of every capability, tells of each as it is made, and keeps what was found. */
export async function examineEverything(
  limits: CheckLimits,
  tell: (capability: string, finding: Finding) => void = () => {},
): Promise<readonly Finding[]> {
  const startedAt = now();
  const findings: Finding[] = [];
  for (const [capability, checks] of Object.entries(CHECKS)) {
    for (const check of checks) {
      const finding = await examine(check, limits);
      findings.push(finding);
      tell(capability, finding);
    }
  }
  await recordDoctorRun({
    startedAt,
    finishedAt: now(),
    findings: findings.map(({ check, faults }) => ({ check: check.name, faults })),
  });
  return findings;
}
