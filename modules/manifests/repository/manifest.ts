import { db, Prisma, type Tx } from "@/infra/db/db";
import { type CheckResult, checkedState, type Manifest, type ManifestState } from "../domain/manifest";

type Row = Prisma.ManifestGetPayload<object>;
type Reader = Pick<Tx, "prisma">;

/** JSON columns hold what this file wrote; their shapes are ours. */
function toManifest(row: Row): Manifest {
  return {
    ...row,
    format: row.format as Manifest["format"],
    compression: row.compression as Manifest["compression"],
    columns: row.columns as string[],
    mapping: row.mapping as unknown as Manifest["mapping"],
    state: row.state as ManifestState,
    reasons: row.reasons as Manifest["reasons"],
    notes: row.notes as Manifest["notes"],
    failure: row.failure as Manifest["failure"],
  };
}

export async function findManifest(id: string, tx: Reader = db): Promise<Manifest | null> {
  const row = await tx.prisma.manifest.findUnique({ where: { id } });
  return row === null ? null : toManifest(row);
}

/**
 * The manifest of the same bytes, read the same way for the same deal, locked, so that two equal concurrent uploads make one.
 */
export async function lockSameManifest(
  tx: Tx,
  key: Readonly<{ dealId: string; sha256: string; mappingHash: string; dryRun: boolean }>,
): Promise<Manifest | null> {
  await tx.prisma
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`manifest:${key.dealId}:${key.sha256}`}, 0))::text`;
  const row = await tx.prisma.manifest.findUnique({ where: { dealId_sha256_mappingHash_dryRun: key } });
  return row === null ? null : toManifest(row);
}

export type NewManifest = Omit<Manifest, "state" | "jobId" | "finishedAt" | "failure" | keyof CheckResult> & {
  jobId: string;
};

export async function insertManifest(tx: Tx, manifest: NewManifest): Promise<void> {
  await tx.prisma.manifest.create({
    data: {
      ...manifest,
      columns: manifest.columns as Prisma.InputJsonValue,
      mapping: manifest.mapping as unknown as Prisma.InputJsonObject,
      state: "queued",
    },
  });
}

export async function restartManifest(tx: Tx, id: string, jobId: string): Promise<void> {
  await tx.prisma.manifest.update({
    where: { id },
    data: { state: "queued", jobId, failure: Prisma.DbNull, finishedAt: null },
  });
}

/** The job that checks a manifest is the one whose end counts for it. */
export async function markChecking(id: string, jobId: string): Promise<void> {
  await db.prisma.manifest.updateMany({
    where: { id, state: { in: ["queued", "failed", "cancelled"] } },
    data: { state: "checking", jobId },
  });
}

/** True when somebody has cancelled the job of a manifest that has not ended yet. */
export async function isBeingCancelled(tx: Tx, { jobId }: Pick<Manifest, "jobId">): Promise<boolean> {
  if (jobId === null) return false;
  const job = await tx.prisma.jobRun.findUnique({ where: { id: jobId } });
  return job !== null && job.cancelRequestedAt !== null;
}

/** True when the manifest was still waiting for its result: a job that ran twice stores it once. */
export async function saveResult(tx: Tx, id: string, result: CheckResult, at: Date): Promise<boolean> {
  const { count } = await tx.prisma.manifest.updateMany({
    where: { id, state: { in: ["queued", "checking"] } },
    data: { ...result, state: checkedState(result.accepted), finishedAt: at, failure: Prisma.DbNull },
  });
  return count === 1;
}

export async function saveEnd(
  id: string,
  state: "failed" | "cancelled",
  failure: { code: string; message: string },
  at: Date,
): Promise<void> {
  await db.prisma.manifest.updateMany({
    where: { id, state: { in: ["queued", "checking"] } },
    data: { state, failure, finishedAt: at },
  });
}

export async function findLatestReady(dealId: string): Promise<Manifest | null> {
  const row = await db.prisma.manifest.findFirst({
    where: { dealId, state: "ready", dryRun: false },
    orderBy: { id: "desc" },
  });
  return row === null ? null : toManifest(row);
}

/** Manifests of one deal, or of all deals of an organisation, newest first. */
export async function listManifestRows(
  of: { dealId: string } | { organisationId: string },
  page: { before: string | undefined; take: number },
): Promise<Manifest[]> {
  const rows = await db.prisma.manifest.findMany({
    where: { ...of, ...(page.before ? { id: { lt: page.before } } : {}) },
    orderBy: { id: "desc" },
    take: page.take,
  });
  return rows.map(toManifest);
}

/** Remembers that bytes of this digest are stored; storing them again changes nothing. */
export async function rememberFile(tx: Tx, sha256: string, bytes: bigint, at: Date): Promise<void> {
  await tx.prisma
    .$executeRaw`INSERT INTO stored_file (sha256, bytes, created_at) VALUES (${sha256}, ${bytes}, ${at}) ON CONFLICT DO NOTHING`;
}

/** True while a manifest of anybody's needs the raw bytes: a dry run until its checks are over, others for good. */
export async function isFileNeeded(sha256: string, dryRun: boolean): Promise<boolean> {
  const waiting = dryRun ? { state: { in: ["queued", "checking"] } } : {};
  return (await db.prisma.manifest.count({ where: { sha256, dryRun, ...waiting } })) > 0;
}

/** Of these keys of stored files, those that are a manifest's raw bytes or the result of its checks. */
export async function keysNeeded(keys: readonly string[]): Promise<ReadonlySet<string>> {
  const digests = keys.map((key) => key.split("/").at(-1) ?? "");
  const rows = await db.prisma.$queryRaw<{ key: string }[]>`
    SELECT accepted_key AS key FROM manifest WHERE accepted_key = ANY(${keys})
    UNION SELECT rejected_key FROM manifest WHERE rejected_key = ANY(${keys})
    UNION SELECT 'manifests/' || left(sha256, 2) || '/' || sha256 FROM manifest
      WHERE sha256 = ANY(${digests}) AND NOT dry_run
    UNION SELECT 'dry-runs/' || left(sha256, 2) || '/' || sha256 FROM manifest
      WHERE sha256 = ANY(${digests}) AND dry_run AND state IN ('queued', 'checking')`;
  return new Set(rows.map(({ key }) => key));
}

/** True until the checks of a manifest are over, one way or another. */
export async function isUnchecked(id: string): Promise<boolean> {
  return (await db.prisma.manifest.count({ where: { id, state: { in: ["queued", "checking"] } } })) > 0;
}

/** The job that checks a manifest, as people see it. */
export async function findJobProgress(jobId: string) {
  return db.prisma.jobRun.findUnique({ where: { id: jobId } });
}
