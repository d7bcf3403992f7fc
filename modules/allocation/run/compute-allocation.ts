import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { now } from "@/infra/clock";
import { withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import type { JobHandle, JobHandler } from "@/infra/work/job-run";
import { assert } from "@/kernel/assert";
import { readyClearance, verdictsUnder } from "@/modules/clearance/run/ready-clearance";
import type { Division } from "../engine/divide";
import { runFilesIn, writeRunFiles } from "../engine/files";
import { type WaitingMoney, waitingMoney } from "../engine/waiting-money";
import {
  type AllocationRow,
  endAllocation,
  findAllocation,
  pseudonymSecret,
  updateAllocation,
} from "../repository/allocation";
import { type DecisionWire, RulesShape } from "../schema/allocation";
import { type DivisionRun, divideAllocation } from "./divide-allocation";

export const ALLOCATION_PHASES = ["weigh", "divide", "write"] as const;

/**
 * The job behind an allocation. Its inputs are frozen (a clearance, rules, the deal's secret), so a worker that was killed
 * starts over and comes to the same digest; the row that points at the files is written last.
 */
export const computeAllocation: JobHandler = {
  async run(job) {
    const allocation = await findAllocation(job.subject);
    if (allocation === null || allocation.state === "succeeded") return;
    await updateAllocation(allocation.id, { state: "running" });
    const dir = await workFile(".allocation");
    await mkdir(dir, { recursive: true });
    try {
      const clearance = await readyClearance(allocation.dealId, allocation.clearanceId);
      const run = { allocation, clearance, rules: RulesShape.parse(allocation.rules), dir };
      await withEngine((connection) => compute(job, { ...run, connection }), { goesOn: job.goesOn });
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
  ended: (subject, outcome, reason) => endAllocation(subject, outcome, reason, now()),
};

type Run = DivisionRun & Readonly<{ dir: string }>;

async function compute(job: JobHandle, run: Run): Promise<void> {
  const { allocation, clearance, rules } = run;
  const divided = await divideAllocation(job, run, {
    verdicts: () => verdictsUnder(clearance, rules.weighting, job),
    secret: () => pseudonymSecret(allocation.dealId, now()),
  });
  await job.phase("write", async () => {
    const { division, inputDigest, digest } = divided;
    const buckets = await waitingMoney(run.connection);
    const files = await write(run, { ...divided.clearing, boundary: division.boundary });
    await updateAllocation(allocation.id, {
      ...files,
      ...outcome(allocation, division, buckets),
      state: "succeeded",
      finishedAt: now(),
      inputDigest,
      digest,
    });
  });
}

/** Stores the private files; lost if we crash half-way: harmless, nothing points at them until the row does. */
async function write(
  { allocation, dir, connection }: Run,
  rules: Parameters<typeof writeRunFiles>[2],
): Promise<{ sharesKey: string; linesKey: string; splitsKey: string }> {
  const local = runFilesIn(dir);
  await writeRunFiles(connection, local, rules);
  const key = (name: string) => `allocations/${allocation.id}/private/${name}.parquet`;
  const keys = { sharesKey: key("shares"), linesKey: key("lines"), splitsKey: key("splits") };
  await storage().putFile(keys.sharesKey, local.shares);
  await storage().putFile(keys.linesKey, local.lines);
  await storage().putFile(keys.splitsKey, local.splits);
  await storage().putFile(`allocations/${allocation.id}/published/shares.csv`, join(dir, "shares.csv"));
  return keys;
}

/** The numbers of the row; the identity of totals is checked here, before anything can be sealed. */
function outcome(allocation: AllocationRow, division: Division, buckets: WaitingMoney) {
  const undistributedMinor = allocation.distributableMinor - division.paidMinor;
  const { grossMinor, feeMinor, retainedMinor, reserveMinor } = allocation;
  assert(undistributedMinor >= 0n, "no more is paid than there is");
  assert(undistributedMinor === 0n || division.cap !== null, "only a cap keeps money from contributors");
  assert(
    feeMinor + retainedMinor + reserveMinor + undistributedMinor + division.paidMinor === grossMinor,
    "shares, fee, retained and reserve are the gross",
  );
  return {
    paidMinor: division.paidMinor,
    undistributedMinor,
    contributors: division.paidContributors,
    totalWeight: String(division.admittedWeight),
    decision: decisionOf(division),
    totals: {
      contributors: String(division.paidContributors),
      refusedContributors: String(division.refusedContributors),
      emptyContributors: String(division.emptyContributors),
      rows: String(division.includedRows),
      tokens: String(division.includedTokens),
      refusedRows: String(division.refusedRows),
      refusedTokens: String(division.refusedTokens),
      leftoverUnits: String(division.leftoverUnits),
      ...buckets,
      cappedContributors: division.cap?.cappedCount ?? 0,
    },
  };
}

function decisionOf({ boundary, cap, narrowBy, admittedWeight }: Division): DecisionWire {
  return {
    admittedWeight: String(admittedWeight),
    narrowBy: narrowBy === null ? null : String(narrowBy),
    blocking: boundary === null ? null : { num: String(boundary.ask.num), den: String(boundary.ask.den) },
    boundary: boundary === null ? null : { capacity: String(boundary.capacity), lastDraw: boundary.lastDraw },
    cap:
      cap === null
        ? null
        : {
            capMinor: String(cap.capMinor),
            fromWeight: cap.fromWeight === null ? null : String(cap.fromWeight),
            cappedCount: cap.cappedCount,
            cappedWeight: String(cap.cappedWeight),
            restMinor: String(cap.restMinor),
          },
  };
}
