/** Every kind of long work. These words are in the API and on the queue; they are never renamed. */
export const JOB_KINDS = [
  "manifest.check",
  "clearance.run",
  "allocation.run",
  "allocation.publish",
  "allocation.post",
  "allocation.unpost",
  "allocation.release_reserve",
  "ledger.reverse",
  "notices.spread",
  "exports.write",
] as const;
export type JobKind = (typeof JOB_KINDS)[number];
