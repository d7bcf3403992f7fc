import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { jsonDigest } from "@/infra/engine/content-digest";
import { storage } from "@/infra/files/storage";
import type { JobHandle } from "@/infra/work/job-run";
import type { Json } from "@/kernel/canonical-json";
import { DomainError } from "@/kernel/errors";
import { CURRENCY_DECIMALS, type Currency } from "@/kernel/money";
import { includedVerdicts } from "@/modules/clearance/domain/verdict";
import type { ReadyClearance } from "@/modules/clearance/run/ready-clearance";
import type { ClearingRules } from "../engine/clear-floors";
import { type Division, divide, writeSharesCsv } from "../engine/divide";
import { makeLines } from "../engine/lines";
import { splitWorks } from "../engine/splits/split-works";
import type { AllocationRow } from "../repository/allocation";
import type { RulesWire } from "../schema/allocation";

export type DivisionRun = Readonly<{
  allocation: AllocationRow;
  clearance: ReadyClearance;
  rules: RulesWire;
  /** A folder of the run's own; it gets shares.csv. */
  dir: string;
  connection: DuckDBConnection;
}>;

/** Where a run finds what is not in its rows: the job may have to make them, the doctor only looks. */
export type DivisionSources = Readonly<{
  /** Storage key of the clearance's verdicts under the run's weighting. */
  verdicts(): Promise<string>;
  secret(): Promise<Uint8Array>;
}>;

export type Divided = Readonly<{
  clearing: ClearingRules;
  division: Division;
  inputDigest: string;
  /** SHA-256 of shares.csv, the bytes everybody can download. */
  output: string;
  digest: string;
}>;

/**
 * Divides the pool, from what is frozen alone: it stores nothing, and comes to the same digest whenever it is run. Tables
 * `line`, `share` and `split` are in the run's engine. The job runs it, and the doctor runs it again.
 */
export async function divideAllocation(
  job: JobHandle,
  run: DivisionRun,
  sources: DivisionSources,
): Promise<Divided> {
  const { allocation, clearance, rules, connection } = run;
  const inputDigest = inputDigestOf(run);
  const clearing: ClearingRules = {
    distributableMinor: allocation.distributableMinor,
    decimals: CURRENCY_DECIMALS[allocation.currency as Currency],
    capBps: rules.capBps,
    inputDigest,
  };
  await job.phase("weigh", async () => {
    const key = await sources.verdicts();
    await makeLines(connection, {
      verdicts: await storage().localPath(key),
      included: includedVerdicts(clearance.basis),
      weighting: rules.weighting,
      secret: await sources.secret(),
    });
  });
  return job.phase("divide", async () => {
    const division = await divide(connection, clearing);
    mustPaySomebody(allocation, division);
    const sharedWorks = await storage().localPath(clearance.sharedWorksKey);
    await splitWorks(connection, clearing, { boundary: division.boundary, sharedWorks });
    const output = await writeSharesCsv(connection, join(run.dir, "shares.csv"));
    const digest = jsonDigest({ kind: "remit/allocation/1", input: inputDigest, output });
    return { clearing, division, inputDigest, output, digest };
  });
}

function inputDigestOf({ allocation, clearance, rules }: DivisionRun): string {
  return jsonDigest({
    kind: "remit/allocation-input/1",
    clearance: clearance.digest,
    rules: rules as Json,
    currency: allocation.currency,
    gross: String(allocation.grossMinor),
    distributable: String(allocation.distributableMinor),
  });
}

function mustPaySomebody(allocation: AllocationRow, division: Division): void {
  if (division.admittedWeight > 0n || allocation.distributableMinor === 0n) return;
  throw new DomainError(
    "ALLOCATION_NOTHING_CLEARED",
    division.refusedContributors > 0n
      ? "No floor is met: every cleared contributor asks more than this pool pays."
      : "Nothing was cleared: no contributor's terms cover this deal, so there is nobody to divide the pool among.",
    { detail: { refusedContributors: String(division.refusedContributors) } },
  );
}
