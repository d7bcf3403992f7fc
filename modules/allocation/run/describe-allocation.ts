import { writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { z } from "zod";
import { withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import { logger } from "@/infra/logger";
import type { JobHandler } from "@/infra/work/job-run";
import { assert } from "@/kernel/assert";
import { CURRENCY_DECIMALS, type Currency } from "@/kernel/money";
import { comparisonOf, distributionOf } from "../engine/distribution";
import { type AllocationRow, allocationsOf, findAllocation } from "../repository/allocation";
import {
  ComparisonView,
  type ComparisonWire,
  DistributionView,
  type DistributionWire,
} from "../schema/distribution";
import { sealedFiles } from "../seal/sealed-files";
import { computeAllocation } from "./compute-allocation";

/** Up to so many people a page computes what is not there yet; for more it is the worker's, right after the split. */
export const DESCRIBED_ON_DEMAND = 250_000n;

/** The distribution of a finished split, computed once for a digest. Null where only the worker may compute it. */
export function storedDistribution(row: AllocationRow, max: bigint | null): Promise<DistributionWire | null> {
  return once(`distributions/${digestOf(row)}.json`, DistributionView, [row], max, async () => {
    const { shares } = await sealedFiles(row);
    const decimals = CURRENCY_DECIMALS[row.currency as Currency];
    return withEngine((connection) => distributionOf(connection, shares, decimals));
  });
}

/** What going from one split of a deal to another means for its people, computed once for a pair of digests. */
export function storedComparison(
  before: AllocationRow,
  after: AllocationRow,
  max: bigint | null,
): Promise<ComparisonWire | null> {
  assert(before.dealId === after.dealId, "only splits of one deal are compared");
  // The 2 is the shape: what an older version stored has no list.
  const key = `distributions/${digestOf(before)}-${digestOf(after)}-2.json`;
  return once(key, ComparisonView, [before, after], max, async () => {
    const files = { before: (await sealedFiles(before)).shares, after: (await sealedFiles(after)).shares };
    return withEngine((connection) => comparisonOf(connection, files));
  });
}

/** Digests are hexadecimal: safe in a key. Two runs with the same digest have the same shares. */
function digestOf({ id, digest }: AllocationRow): string {
  assert(digest !== null && /^[0-9a-f]+$/.test(digest), `allocation ${id} has no digest`);
  return digest;
}

async function once<S extends z.ZodType>(
  key: string,
  shape: S,
  rows: readonly AllocationRow[],
  max: bigint | null,
  make: () => Promise<z.output<S>>,
): Promise<z.output<S> | null> {
  if ((await storage().size(key)) !== null)
    return shape.parse(JSON.parse(await text(await storage().read(key))));
  if (max !== null && rows.some((row) => (row.contributors ?? 0n) > max)) return null;
  const made = await make();
  const file = await workFile(".json");
  await writeFile(file, JSON.stringify(made));
  await storage().putFile(key, file); // Two concurrent calls store the same bytes.
  return made;
}

/**
 * Computes a split, then describes how its money is distributed and how it compares with the deal's own rules. A description
 * that fails leaves the split valid: a page computes it later.
 */
export const computeAndDescribe: JobHandler = {
  ...computeAllocation,
  async run(job) {
    await computeAllocation.run(job);
    try {
      await keepDescription(job.subject);
    } catch (error) {
      logger.warn({ err: error, allocationId: job.subject }, "allocation: its distribution was not stored");
    }
  },
};

async function keepDescription(allocationId: string): Promise<void> {
  const row = await findAllocation(allocationId);
  if (row === null || row.state !== "succeeded") return;
  await storedDistribution(row, null);
  if (!row.whatIf) return;
  const others = await allocationsOf(row.dealId, { take: 50 });
  const own = others.find((other) => !other.whatIf && other.state === "succeeded");
  if (own !== undefined) await storedComparison(own, row, null);
}
