import type { Tx } from "@/infra/db";
import { newId } from "@/kernel/id";
import type { EntryCause } from "./domain/causes";
import type { LedgerAccount } from "./domain/chart";
import type { EntryLine } from "./domain/entry";
import type { Part, Standing } from "./handle-facts";
import { postEntry } from "./post-entry";

export type Moving = Readonly<{ effectiveAt: Date; actor: string }>;

type Place = Readonly<{ account: LedgerAccount; holder: string }>;

export type Move = Readonly<{
  cause: Extract<EntryCause, "handle_claim" | "dispute" | "split_accepted">;
  causeId: string;
  memo: string;
  standing: readonly Standing[];
  from: Place;
  to: Place;
  /** What of it goes elsewhere; no more than stands of its deal and currency. */
  parts?: readonly Part[];
}>;

/**
 * One entry that moves stands from one place to another, deal by deal; null when there is nothing to move. The caller has
 * read the stands under the lock of their holder, so a repetition finds nothing: the key is a fresh one. (It cannot be
 * made of line numbers: each session takes a thousand of them, and the newest line need not have the highest.)
 */
export async function moveMoney(tx: Tx, move: Move & Moving): Promise<string | null> {
  if (move.standing.length === 0) return null;
  const parts = move.parts ?? [];
  const rest = move.standing.map((stand) => ({ ...stand, minor: stand.minor - partOf(stand, parts) }));
  const lines: EntryLine[] = [
    ...move.standing.map((stand) => ({ ...move.from, ...stand })),
    ...rest.map((stand) => ({ ...move.to, ...stand, minor: -stand.minor })),
    ...parts.map((part) => ({ ...part, minor: -part.minor })),
  ];
  const { entryId } = await postEntry(tx, {
    idempotencyKey: `${move.cause}:${newId("entry", move.effectiveAt)}`,
    cause: move.cause,
    causeId: move.causeId,
    memo: move.memo,
    effectiveAt: move.effectiveAt,
    actor: move.actor,
    lines: lines.filter(({ minor }) => minor !== 0n),
  });
  return entryId;
}

function partOf({ dealId, currency }: Standing, parts: readonly Part[]): bigint {
  const own = parts.filter((part) => part.dealId === dealId && part.currency === currency);
  return own.reduce((sum, { minor }) => sum + minor, 0n);
}
