/** With fewer contributors than this, sums over some of them could say what one of them gets. */
const SOME_APART = 20n;
/** With fewer than this, even the sum of all shares could: of one person it is that person's pay. */
const SHARES_APART = 5n;

/** Whether figures for everybody may tell apart, within a deal's shares, what is claimed, unclaimed and held. */
export function maySplitShares(contributors: bigint): boolean {
  return contributors >= SOME_APART;
}

/** Whether public figures may give the number of contributors, and their shares apart from the reserve. */
export function mayTellShares(contributors: bigint): boolean {
  return contributors >= SHARES_APART;
}
