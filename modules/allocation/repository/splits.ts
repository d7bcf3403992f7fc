import type { Tx } from "@/infra/db/db";
import type { SplitRow } from "../engine/splits/split-rows";

/** Stores splits of shared works. A posting and the publication bring the same rows, in either order. */
export async function loadSplits(tx: Tx, splits: readonly SplitRow[]): Promise<void> {
  await tx.prisma.allocationSplit.createMany({ data: [...splits], skipDuplicates: true });
}

/** How one share was divided among the authors of shared works; empty where it was not. */
export function splitsOfShare(
  tx: Tx,
  allocationId: string,
  contributor: string,
): Promise<readonly SplitRow[]> {
  return tx.prisma.allocationSplit.findMany({ where: { allocationId, contributor } });
}
