import { rm } from "node:fs/promises";
import { now } from "@/infra/clock";
import { withLock } from "@/infra/db/lock";
import { orStorageFull } from "@/infra/files/disk-floor";
import { storage, workDir } from "@/infra/files/storage";
import type { JobHandle, JobHandler } from "@/infra/work/job-run";
import { assert } from "@/kernel/assert";
import { DomainError } from "@/kernel/errors";
import { platformOf } from "@/modules/handles/platforms/platforms";
import { fileKey, isChecked, type Manifest } from "../domain/manifest";
import { type Checked, runChecks } from "../engine/checks/run-checks";
import type { Inspection } from "../engine/look/inspection";
import { splitText } from "../engine/unpack/split";
import type { Split } from "../engine/unpack/work-files";
import type { UnpackLimits } from "../engine/unpack/work-limits";
import { splitWorkbook } from "../engine/workbook/split-workbook";
import { completeManifest } from "../receive/complete-manifest";
import { sha256File } from "../receive/digest";
import { fileLock, forgetUnneeded, RESULTS_LOCK } from "../receive/raw-file";
import { findManifest, markChecking, saveEnd } from "../repository/manifest";
import { unpackLimitsOf } from "../upload/quota";

/**
 * The checks of a manifest, from stored bytes to accepted and rejected rows. Killed at any point it starts over in the
 * same folder (a finished split is reused) and ends with the same bytes under the same digests.
 */
export const checkManifest: JobHandler = {
  async run(job) {
    const manifest = await findManifest(job.subject);
    if (manifest === null || isChecked(manifest.state)) return;
    await markChecking(manifest.id, job.id);
    const dir = await workDir(`manifest-${manifest.id}`);
    const path = await job.phase("fetch", () => localFile(manifest));
    const limits = await unpackLimitsOf(manifest.organisationId);
    const split = await job.phase("split", () =>
      orStorageFull(() => splitFile(job, { manifest, path, dir, limits })),
    );
    const checked = await check(job, { manifest, path, dir, limits, split });
    const unpackedBytes = split?.unpackedBytes ?? Number(manifest.bytes);
    await withLock(RESULTS_LOCK, () => keep(manifest, checked, unpackedBytes));
    await rm(dir, { recursive: true, force: true });
    await forgetDryRun(manifest);
  },
  async ended(subject, outcome, reason, jobId) {
    const manifest = await findManifest(subject);
    if (manifest === null || manifest.jobId !== jobId) return; // Sent again after a cancellation: another job has it.
    await saveEnd(subject, outcome, reason, now());
    await rm(await workDir(`manifest-${subject}`), { recursive: true, force: true });
    await forgetDryRun(manifest);
  },
};

async function localFile(manifest: Manifest): Promise<string> {
  const key = fileKey(manifest.sha256, manifest.dryRun);
  if ((await storage().size(key)) === null)
    throw new DomainError("MANIFEST_STATE", "The uploaded file is no longer kept. Upload it again.", {
      detail: { because: "upload_gone" },
    });
  return storage().localPath(key);
}

const inspectionOf = (manifest: Manifest): Inspection => ({
  format: manifest.format,
  compression: manifest.compression,
  encoding: manifest.encoding === null ? null : { label: manifest.encoding, how: "declared" },
  delimiter: manifest.delimiter,
  columns: manifest.columns,
  sample: [],
});

async function splitFile(
  job: JobHandle,
  { manifest, path, dir, limits }: Omit<Work, "split">,
): Promise<Split | null> {
  if (manifest.format === "parquet") return null;
  const stored = Number(manifest.bytes);
  const splitRows = manifest.format === "xlsx" ? splitWorkbook : splitText;
  return splitRows({
    path,
    dir,
    attempt: job.attempt,
    inspection: inspectionOf(manifest),
    limits,
    onProgress: (rows, read) =>
      job.progress(rows, read === 0 ? null : Math.max(rows, Math.round((rows * stored) / read))),
  });
}

type Work = Readonly<{
  manifest: Manifest;
  path: string;
  dir: string;
  limits: UnpackLimits;
  split: Split | null;
}>;

async function check(job: JobHandle, { manifest, path, dir, limits, split }: Work): Promise<Checked> {
  const platform = await platformOf(manifest.organisationId);
  assert(platform !== null, `${manifest.organisationId} is a platform, having manifests`);
  return runChecks({
    ...{ path, dir, split },
    attempt: job.attempt,
    inspection: inspectionOf(manifest),
    writtenBytesMax: limits.bytesMax,
    context: {
      mapping: manifest.mapping,
      host: platform.host?.toLowerCase() ?? null,
      reading: platform,
      at: manifest.createdAt,
    },
    phase: (name, work) => job.phase(name, work),
    onProgress: (done, total) => job.progress(done, total),
  });
}

async function keep(manifest: Manifest, checked: Checked, unpackedBytes: number): Promise<void> {
  const { acceptedFile, rejectedFile, ...totals } = checked;
  const [acceptedSha256, rejectedSha256] = [await sha256File(acceptedFile), await sha256File(rejectedFile)];
  const acceptedKey =
    manifest.dryRun || checked.accepted === 0n ? null : `${fileKey(acceptedSha256)}.parquet`;
  const rejectedKey = `${fileKey(rejectedSha256)}.parquet`;
  // Stored under their digests; a crash before the next line leaves files nothing points at, and the next run finds them.
  if (acceptedKey !== null) await storage().putFile(acceptedKey, acceptedFile);
  await storage().putFile(rejectedKey, rejectedFile);
  await completeManifest(
    { actor: { kind: "system", job: "manifest.check" }, requestId: `job:${manifest.id}` },
    {
      ...{ manifestId: manifest.id, acceptedKey, acceptedSha256, rejectedKey, rejectedSha256 },
      ...{ reasons: { ...totals.reasons }, notes: { ...totals.notes } },
      unpackedBytes: String(unpackedBytes),
      received: String(totals.received),
      accepted: String(totals.accepted),
      rejected: String(totals.rejected),
      contributors: String(totals.contributors),
      tokens: String(totals.tokens),
    },
  );
}

async function forgetDryRun(manifest: Manifest): Promise<void> {
  if (!manifest.dryRun) return;
  await withLock(fileLock(manifest.sha256), () => forgetUnneeded(manifest.sha256, true));
}
