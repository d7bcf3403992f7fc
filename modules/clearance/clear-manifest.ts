import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { now } from "@/infra/clock";
import { jsonDigest } from "@/infra/content-digest";
import { withEngine } from "@/infra/engine";
import type { JobHandle, JobHandler } from "@/infra/job-run";
import { storage, workFile } from "@/infra/storage";
import { assert } from "@/kernel/assert";
import type { Json } from "@/kernel/canonical-json";
import type { FrozenConsent } from "@/modules/consent/freeze-consent";
import type { DealBasis, Weighting } from "@/modules/deals/domain/deal";
import { type ReadyManifest, readyManifest } from "@/modules/manifests/ready-manifest";
import { certificateContent, signCertificate } from "./certificate";
import { countsOf, type ReasonTally } from "./domain/verdict";
import { decide, type FrozenFiles, tally, verdictDigest, writeVerdicts } from "./engine/decide";
import { rollUp } from "./engine/roll-up";
import { freeze } from "./freeze";
import { type ClearanceRow, endClearance, findClearance, updateClearance } from "./repository";
import { countsWire, tallyWire } from "./wire";

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
      await withEngine((connection) => clear(job, { clearance, manifest, dir, connection }));
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
  ended: (subject, outcome, reason) => endClearance(subject, outcome, reason, now()),
};

type Run = Readonly<{
  clearance: ClearanceRow;
  manifest: ReadyManifest;
  dir: string;
  connection: DuckDBConnection;
}>;

async function clear(job: JobHandle, run: Run): Promise<void> {
  const { clearance, manifest, connection } = run;
  const accepted = await storage().localPath(manifest.acceptedKey);
  const weighting = clearance.weighting as Weighting;
  // PostgreSQL freezes consent while DuckDB rolls the rows up: neither needs the other.
  const rolled = rollUp({ connection, accepted, rows: manifest.accepted, weighting, job });
  rolled.catch(() => {}); // Its failure is met below, where it is awaited.
  const { frozen, files } = await job
    .phase("freeze", () => freeze(clearance, run.dir))
    .catch(async (error) => {
      connection.interrupt();
      await rolled.catch(() => {});
      throw error;
    });
  await job.phase("roll-up", () => rolled);
  const decided = await job.phase("decide", async () => {
    await decide(connection, files, { accepted, weighting });
    const reasons = await tally(connection);
    const rows = reasons.reduce((sum, reason) => sum + reason.rows, 0n);
    assert(rows === manifest.accepted, `clearance counted ${rows} of ${manifest.accepted} rows`);
    return { reasons, outputDigest: await verdictDigest(connection) };
  });
  await job.phase("certify", () => certify(run, { frozen, files, ...decided }));
}

type Decided = Readonly<{
  frozen: FrozenConsent;
  files: FrozenFiles;
  reasons: readonly ReasonTally[];
  outputDigest: string;
}>;

async function certify(run: Run, decided: Decided): Promise<void> {
  const { clearance, manifest, dir, connection } = run;
  const inputDigest = jsonDigest({
    kind: "remit/clearance-input/1",
    manifest: manifest.sha256,
    request: clearance.request as Json,
    basis: clearance.basis,
    asOf: clearance.asOf.toISOString(),
    consent: decided.frozen.consentDigest,
  });
  const digest = jsonDigest({ kind: "remit/clearance/1", input: inputDigest, output: decided.outputDigest });
  const key = `clearances/${clearance.id}`;
  await writeVerdicts(connection, join(dir, "verdicts.parquet"));
  // Lost if we crash between these: harmless, nothing points at the files before the row does, and a rerun writes the same.
  await storage().putFile(`${key}/verdicts.parquet`, join(dir, "verdicts.parquet"));
  await storage().putFile(`${key}/shared-works.parquet`, decided.files.sharedWorks);
  const counts = countsWire(countsOf(decided.reasons, clearance.basis as DealBasis));
  const reasons = decided.reasons.map((reason) => ({
    verdict: reason.verdict,
    reason: reason.reason,
    ...tallyWire(reason),
  }));
  const { consentDigest } = decided.frozen;
  const content = certificateContent({
    ...clearance,
    request: clearance.request as Json,
    counts,
    reasons,
    consentDigest,
    inputDigest,
    digest,
  });
  await updateClearance(clearance.id, {
    state: "succeeded",
    finishedAt: now(),
    counts,
    reasons,
    consentDigest,
    inputDigest,
    digest,
    certificate: await signCertificate(content),
    verdictsKey: `${key}/verdicts.parquet`,
    sharedWorksKey: `${key}/shared-works.parquet`,
  });
}
