import type { Tx } from "@/infra/db/db";
import { assert } from "@/kernel/assert";
import { type Currency, isCurrency } from "@/kernel/money";
import type { RunFiles } from "../engine/files";
import {
  type AllocationRow,
  findAllocation,
  heldBack,
  lockAllocation,
  updateAllocation,
} from "../repository/allocation";
import { sealedFiles } from "./sealed-files";

/** A sealed allocation as the books need it: who gets how much is final, and what of it was posted. Amounts in minor units. */
export type SealedAllocation = Readonly<{
  id: string;
  dealId: string;
  platformId: string;
  clearanceId: string;
  currency: Currency;
  grossMinor: bigint;
  feeMinor: bigint;
  retainedMinor: bigint;
  /** All that is held back: by rule, and what a cap keeps from everyone. */
  reserveMinor: bigint;
  digest: string;
  inputDigest: string;
  postedAt: Date | null;
  /** The entry that posted it, while it is on the books. */
  entryId: string | null;
  postJobId: string | null;
}>;

/** The allocation, if it is sealed. */
export async function sealedAllocation(id: string, tx?: Tx): Promise<SealedAllocation | null> {
  return sealedOf(await findAllocation(id, tx));
}

/** The same, locked until the transaction ends: two postings and reversals of it follow each other. */
export async function lockSealedAllocation(tx: Tx, id: string): Promise<SealedAllocation | null> {
  return sealedOf(await lockAllocation(tx, id));
}

/** Local paths of its private files. */
export async function filesOfSealed(id: string, tx?: Tx): Promise<RunFiles> {
  const row = await findAllocation(id, tx);
  assert(row !== null, `allocation ${id} is there`);
  return sealedFiles(row);
}

/** Notes that the shares are on the books. */
export async function markPosted(
  tx: Tx,
  id: string,
  posting: Readonly<{ at: Date; entryId: string }>,
): Promise<void> {
  await updateAllocation(id, { postedAt: posting.at, entryId: posting.entryId }, tx);
}

/** Notes that the shares are off the books again. */
export async function markUnposted(tx: Tx, id: string): Promise<void> {
  await updateAllocation(id, { postedAt: null, entryId: null }, tx);
}

/** Notes the job that posts the shares; null when the next payment starts one of its own. */
export async function notePostJob(tx: Tx, id: string, jobId: string | null): Promise<void> {
  await updateAllocation(id, { postJobId: jobId }, tx);
}

function sealedOf(row: AllocationRow | null): SealedAllocation | null {
  if (row === null || row.sealedAt === null) return null;
  const { id, dealId, clearanceId, currency, grossMinor, feeMinor, retainedMinor, digest, inputDigest } = row;
  assert(digest !== null && inputDigest !== null, `allocation ${id} is sealed and has its digests`);
  assert(isCurrency(currency), `allocation ${id} is in a currency of the books`);
  return {
    ...{ id, dealId, clearanceId, currency, grossMinor, feeMinor, retainedMinor, digest, inputDigest },
    platformId: row.organisationId,
    reserveMinor: heldBack(row),
    postedAt: row.postedAt,
    entryId: row.entryId,
    postJobId: row.postJobId,
  };
}
