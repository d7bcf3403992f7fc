import { storage } from "@/infra/files/storage";
import { DomainError } from "@/kernel/errors";
import type { RunFiles } from "../engine/files";
import type { AllocationRow } from "../repository/allocation";

/** Local paths of a finished run's private files. Throws ALLOCATION_NOT_READY before it has any. */
export async function sealedFiles(allocation: AllocationRow): Promise<RunFiles> {
  const { sharesKey, linesKey, splitsKey } = allocation;
  if (allocation.state !== "succeeded" || sharesKey === null || linesKey === null || splitsKey === null)
    throw new DomainError(
      "ALLOCATION_NOT_READY",
      `This allocation is ${allocation.state}; it has no shares yet.`,
    );
  return {
    shares: await storage().localPath(sharesKey),
    lines: await storage().localPath(linesKey),
    splits: await storage().localPath(splitsKey),
  };
}
