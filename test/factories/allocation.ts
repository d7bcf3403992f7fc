import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { z } from "zod";
import { db } from "@/infra/db/db";
import { sqlText } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { type JobHandler, runJob } from "@/infra/work/job-run";
import { recordDealFunding } from "@/jobs/record-deal-funding";
import { newId } from "@/kernel/id";
import { computeAllocation } from "@/modules/allocation/run/compute-allocation";
import { runAllocation } from "@/modules/allocation/run/run-allocation";
import type { RunAllocationRequest } from "@/modules/allocation/schema/allocation";
import { publishShares } from "@/modules/allocation/seal/publish-shares";
import { sealAllocation } from "@/modules/allocation/seal/seal-allocation";
import { clearManifest } from "@/modules/clearance/run/clear-manifest";
import { runClearance } from "@/modules/clearance/run/run-clearance";
import { confirmFunding } from "@/modules/deals/operator/confirm-funding";
import { resolveMapping } from "@/modules/manifests/domain/fields";
import { postAllocation } from "@/modules/settlement/posting/post-allocation";
import { startPosting } from "@/modules/settlement/posting/start-posting";
import { operatorActor, paymentOf } from "./deals";
import { callAs, SYSTEM } from "./parties";

export type ManifestRow = Readonly<{
  contributor: string | null;
  tokens: number;
  url?: string;
  score?: number;
  qualityPpm?: number;
  workId?: string;
  status?: "live" | "removed" | "deleted";
}>;

const COLUMNS = `line BIGINT, contributor VARCHAR, url VARCHAR, content_id VARCHAR, created_at TIMESTAMP, tokens BIGINT, score BIGINT,
  quality_ppm BIGINT, work_id VARCHAR, title VARCHAR, language VARCHAR, status VARCHAR`;

/** A manifest of a deal whose checks are done, with these accepted rows; the upload itself is left out. */
export async function aReadyManifest(
  deal: { dealId: string; organisationId: string },
  rows: readonly ManifestRow[],
): Promise<string> {
  const path = await workFile(".parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE accepted (${COLUMNS})`);
  const text = (value: string | null | undefined) =>
    value === null || value === undefined ? "NULL" : sqlText(value);
  const values = rows.map(
    (row, i) =>
      `(${i + 1}, ${text(row.contributor)}, ${text(row.url)}, NULL, '2026-01-01', ${row.tokens}, ${row.score ?? "NULL"},
        ${row.qualityPpm ?? "NULL"}, ${text(row.workId)}, NULL, NULL, ${sqlText(row.status ?? "live")})`,
  );
  for (let i = 0; i < values.length; i += 1000)
    await connection.run(`INSERT INTO accepted VALUES ${values.slice(i, i + 1000).join(", ")}`);
  await connection.run(`COPY accepted TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
  const contributors = BigInt(new Set(rows.flatMap((row) => row.contributor ?? [])).size);
  return storedManifest(deal, path, { accepted: BigInt(rows.length), contributors });
}

/** The same from a Parquet file of accepted rows; the file is moved into storage. */
export async function storedManifest(
  { dealId, organisationId }: { dealId: string; organisationId: string },
  path: string,
  { accepted, contributors }: { accepted: bigint; contributors: bigint },
  sha256?: string,
): Promise<string> {
  const digest =
    sha256 ??
    createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  const id = newId("manifest", new Date());
  const key = `test-manifests/${id}.parquet`;
  await storage().putFile(key, path);
  await db.prisma.manifest.create({
    data: {
      id,
      dealId,
      organisationId,
      fileName: "rows.parquet",
      sha256: digest,
      bytes: 1n,
      format: "parquet",
      compression: "none",
      mapping: { ...resolveMapping({ columns: {} }, ["contributor", "url", "created_at", "tokens"]) },
      mappingHash: "none",
      state: "ready",
      received: accepted,
      accepted,
      rejected: 0n,
      contributors,
      tokens: 0n,
      reasons: {},
      notes: {},
      acceptedKey: key,
      acceptedSha256: digest,
      createdBy: "test",
      createdAt: new Date(),
      finishedAt: new Date(),
    },
  });
  return id;
}

/** Runs a job to its end, as the worker would. Throws when it did not succeed. */
export async function runToEnd(jobId: string, handler: JobHandler): Promise<void> {
  await runJob(jobId, handler, true);
  const job = await db.prisma.jobRun.findUniqueOrThrow({ where: { id: jobId } });
  if (job.state !== "succeeded")
    throw new Error(`job ${job.kind} ${job.state}: ${JSON.stringify(job.error)}`);
}

export async function aClearance(
  call: CallContext,
  input: { dealId: string; manifestId?: string; asOf?: string },
): Promise<string> {
  const { id, jobId } = await runClearance(once(call), input);
  await runToEnd(jobId, clearManifest);
  return id;
}

export async function anAllocation(
  call: CallContext,
  input: z.input<typeof RunAllocationRequest>,
): Promise<string> {
  const { id, jobId } = await runAllocation(once(call), input);
  await runToEnd(jobId, computeAllocation);
  return id;
}

/** Seals it and loads its shares. */
export async function sealAndPublish(call: CallContext, allocationId: string): Promise<void> {
  const { jobId } = await sealAllocation(once(call), { allocationId });
  await runToEnd(jobId, publishShares);
}

/** The operator confirms the payment of a sealed deal, and the gross enters the books. */
export async function fund(dealId: string): Promise<void> {
  await confirmFunding(callAs(operatorActor()), await paymentOf(dealId));
  await recordDealFunding(callAs(SYSTEM), { dealId });
}

/** What the worker does when a sealed deal is funded. */
export async function postFunded(dealId: string): Promise<void> {
  const { jobId } = await startPosting(callAs(SYSTEM), { dealId });
  if (jobId !== null) await runToEnd(jobId, postAllocation);
}

function once(call: CallContext): CallContext {
  return { ...call, idempotencyKey: undefined };
}
