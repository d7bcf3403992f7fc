import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { now } from "@/infra/clock";
import { withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import type { JobHandler } from "@/infra/work/job-run";
import type { Json } from "@/kernel/canonical-json";
import { readyManifest } from "@/modules/manifests/read/ready-manifest";
import { certificateContent, signCertificate } from "../certificate";
import { writeVerdicts } from "../engine/decide";
import { endClearance, findClearance, updateClearance } from "../repository";
import { type ClearanceRun, type Decided, decideClearance } from "./decide-clearance";

export const CLEARANCE_PHASES = ["freeze", "roll-up", "decide", "certify"] as const;

/**
 * The job behind a clearance. Everything it reads is frozen (the manifest by its digest, consent as of an instant), so a
 * worker that was killed starts over and comes to the same digests; what points at the results is one row, written last.
 */
export const clearManifest: JobHandler = {
  async run(job) {
    const clearance = await findClearance(job.subject);
    if (clearance === null || clearance.state === "succeeded") return;
    await updateClearance(clearance.id, { state: "running" });
    const manifest = await readyManifest(clearance.manifestId);
    const dir = await workFile(".clearance");
    await mkdir(dir, { recursive: true });
    try {
      await withEngine(
        async (connection) => {
          const run = { clearance, manifest, dir, connection };
          const decided = await decideClearance(job, run);
          await job.phase("certify", () => certify(run, decided));
        },
        { goesOn: job.goesOn },
      );
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
  ended: (subject, outcome, reason) => endClearance(subject, outcome, reason, now()),
};

async function certify({ clearance, dir, connection }: ClearanceRun, decided: Decided): Promise<void> {
  const { files, ...said } = decided;
  const reasons = said.reasons.map((reason) => ({ ...reason }));
  const key = `clearances/${clearance.id}`;
  await writeVerdicts(connection, join(dir, "verdicts.parquet"));
  // Lost if we crash between these: harmless, nothing points at the files before the row does, and a rerun writes the same.
  await storage().putFile(`${key}/verdicts.parquet`, join(dir, "verdicts.parquet"));
  await storage().putFile(`${key}/shared-works.parquet`, files.sharedWorks);
  const content = certificateContent({
    ...clearance,
    request: clearance.request as Json,
    ...said,
    reasons,
  });
  await updateClearance(clearance.id, {
    state: "succeeded",
    finishedAt: now(),
    ...said,
    reasons,
    certificate: await signCertificate(content),
    verdictsKey: `${key}/verdicts.parquet`,
    sharedWorksKey: `${key}/shared-works.parquet`,
  });
}
