import type { Tx } from "@/infra/db/db";
import type { EntryCause } from "../domain/causes";
import { attemptRow } from "../repository/reversal";

/** `attempt`: how often the cause's entry has been reversed so far. `entryId`: the one on the books now, null when none is. */
export type Attempt = Readonly<{ attempt: number; entryId: string | null }>;

/**
 * The attempt that a posting for this cause would be. It is part of the posting's key (`attemptKey`), so that money can be
 * posted again after a reversal, while a retried request still finds its own entry.
 */
export function currentAttempt(
  cause: Extract<EntryCause, "deal_funding" | "allocation" | "reserve">,
  causeId: string,
  tx?: Tx,
): Promise<Attempt> {
  return attemptRow(cause, causeId, tx);
}

/** The idempotency key of an attempt; the first keeps the bare key. */
export function attemptKey(key: string, attempt: number): string {
  return attempt === 0 ? key : `${key}:${attempt}`;
}
