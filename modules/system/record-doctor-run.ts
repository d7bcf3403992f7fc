import { insertDoctorRun } from "./repository";

const FAULTS_KEPT = 20;

/** Keeps what one look of the doctor found, for the operator's health page. */
export async function recordDoctorRun(
  run: Readonly<{
    startedAt: Date;
    finishedAt: Date;
    findings: readonly Readonly<{ check: string; faults: readonly string[] }>[];
  }>,
): Promise<void> {
  const faulty = run.findings.filter(({ faults }) => faults.length > 0);
  await insertDoctorRun({
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    checks: run.findings.length,
    faulty: faulty.length,
    findings: faulty.map(({ check, faults }) => ({ check, faults: faults.slice(0, FAULTS_KEPT) })),
  });
}
