import type { DuckDBConnection } from "@duckdb/node-api";
import { jsonDigest } from "@/infra/engine/content-digest";
import { engineMemoryBytes } from "@/infra/engine/engine";
import { storage } from "@/infra/files/storage";
import type { JobHandle } from "@/infra/work/job-run";
import { assert } from "@/kernel/assert";
import type { Json } from "@/kernel/canonical-json";
import { sumOf } from "@/kernel/sum";
import type { FrozenConsent } from "@/modules/consent/snapshot/freeze-consent";
import type { DealBasis, Weighting } from "@/modules/deals/domain/state/deal";
import type { ReadyManifest } from "@/modules/manifests/read/ready-manifest";
import { CLEARANCE_KIND } from "../certificate";
import { countsOf, type ReasonTally } from "../domain/verdict";
import { decide, type FrozenFiles, tally, verdictDigest } from "../engine/decide";
import { rollUp } from "../engine/roll-up";
import type { ClearanceRow } from "../repository";
import { countsWire, tallyWire } from "../wire";
import { freeze } from "./freeze";

export type ClearanceRun = Readonly<{
  clearance: ClearanceRow;
  manifest: ReadyManifest;
  dir: string;
  connection: DuckDBConnection;
  /** Reads consent without the cached set, so that a rerun finds a fault in that set. */
  ignoreCache?: boolean;
}>;

/** All that a clearance says, and the files of its run; table `verdict` is in the run's engine. */
export type Decided = Readonly<{
  files: FrozenFiles;
  counts: ReturnType<typeof countsWire>;
  reasons: readonly (ReturnType<typeof tallyWire> & Readonly<{ verdict: string; reason: string }>)[];
  consentDigest: string;
  inputDigest: string;
  digest: string;
}>;

/**
 * Decides about every row, from what is frozen alone: it stores nothing, and comes to the same digests whenever it is run.
 * The job runs it, and the doctor runs it again.
 */
export async function decideClearance(job: JobHandle, run: ClearanceRun): Promise<Decided> {
  const { clearance, manifest, connection, dir, ignoreCache = false } = run;
  const accepted = await storage().localPath(manifest.acceptedKey);
  const weighting = clearance.weighting as Weighting;
  // One after the other: side by side they take each other's caches and memory, and together take longer than in turn.
  const { frozen, files } = await job.phase("freeze", () =>
    freeze(clearance, { dir, ignoreCache, goesOn: job.goesOn }),
  );
  await job.phase("roll-up", () =>
    rollUp({ connection, accepted, counted: manifest, weighting, memory: engineMemoryBytes(), job }),
  );
  return job.phase("decide", async () => {
    await decide(connection, files, { accepted, workColumn: manifest.workColumn, weighting });
    const reasons = await tally(connection);
    const rows = sumOf(reasons, (reason) => reason.rows);
    assert(rows === manifest.accepted, `clearance counted ${rows} of ${manifest.accepted} rows`);
    return { files, ...said(run, { reasons, frozen, verdicts: await verdictDigest(connection, files) }) };
  });
}

function said(
  { clearance, manifest }: ClearanceRun,
  decided: Readonly<{ reasons: readonly ReasonTally[]; frozen: FrozenConsent; verdicts: string }>,
): Omit<Decided, "files"> {
  const { consentDigest } = decided.frozen;
  const inputDigest = jsonDigest({
    kind: "remit/clearance-input/2",
    manifest: manifest.sha256,
    reading: manifest.mappingHash,
    request: clearance.request as Json,
    basis: clearance.basis,
    asOf: clearance.asOf.toISOString(),
    consent: consentDigest,
  });
  const reasons = decided.reasons.map((reason) => ({
    verdict: reason.verdict,
    reason: reason.reason,
    ...tallyWire(reason),
  }));
  return {
    counts: countsWire(countsOf(decided.reasons, clearance.basis as DealBasis)),
    reasons,
    consentDigest,
    inputDigest,
    // Rows that concern nobody's terms (deleted, removed, by nobody) are in the reasons: that is all that is said of them.
    digest: jsonDigest({
      kind: CLEARANCE_KIND,
      input: inputDigest,
      reasons,
      verdicts: decided.verdicts,
    }),
  };
}
