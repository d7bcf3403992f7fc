import type { Tx } from "@/infra/db";
import type { EntryCause } from "./domain/causes";
import { roundRow } from "./repository/reversal";

/** Reversed `round` times so far; `entryId` is the entry of the cause that stands now, null when none does. */
export type Round = Readonly<{ round: number; entryId: string | null }>;

/**
 * How often what was posted for a cause has been reversed. It belongs to the key of the next posting (`roundKey`), so that
 * after a reversal the same money can be posted again, while a repetition of the first still finds its own entry.
 */
export function roundOf(
  cause: Extract<EntryCause, "deal_funding" | "allocation" | "reserve">,
  causeId: string,
  tx?: Tx,
): Promise<Round> {
  return roundRow(cause, causeId, tx);
}

/** An idempotency key of a round; the first keeps the bare key, which entries had before there were rounds. */
export function roundKey(key: string, round: number): string {
  return round === 0 ? key : `${key}:${round}`;
}
