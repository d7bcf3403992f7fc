/** With fewer contributors than this, sums over some of them could say what one of them gets. */
const SMALL_GROUP = 20n;

/** Whether the register may tell apart, within a deal's shares, what is claimed, unclaimed and held. */
export function maySplitShares(contributors: bigint): boolean {
  return contributors >= SMALL_GROUP;
}
