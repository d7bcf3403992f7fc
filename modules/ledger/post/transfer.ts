import type { Tx } from "@/infra/db/db";
import { newId } from "@/kernel/id";
import { sumOf } from "@/kernel/sum";
import type { EntryCause } from "../domain/causes";
import type { LedgerAccount } from "../domain/chart";
import type { EntryLine } from "../domain/entry";
import type { DealAmount } from "../holders/holder-amounts";
import { postEntry } from "./post-entry";

export type Moving = Readonly<{ effectiveAt: Date; actor: string }>;

type Place = Readonly<{ account: LedgerAccount; holder: string }>;

/** What of a transfer goes to another holder than the rest. */
export type TransferPart = DealAmount & Readonly<{ account: "payable" | "held"; holder: string }>;

export type Move = Readonly<{
  cause: Extract<EntryCause, "handle_claim" | "dispute" | "split_accepted">;
  causeId: string;
  memo: string;
  /** What is moved, read by the caller under the lock of its holder. */
  amounts: readonly DealAmount[];
  from: Place;
  to: Place;
  /** What of it goes elsewhere; no more than the amount of its deal and currency. */
  parts?: readonly TransferPart[];
}>;

/**
 * Posts one entry that moves amounts from one holder's account to another's, deal by deal; null when there is nothing to
 * move. The key is a fresh one: the caller read the amounts under the holder's lock, so a repeated call finds nothing, and
 * line numbers are not in the order of commits.
 */
export async function transferMoney(tx: Tx, move: Move & Moving): Promise<string | null> {
  if (move.amounts.length === 0) return null;
  const parts = move.parts ?? [];
  const rest = move.amounts.map((amount) => ({ ...amount, minor: amount.minor - partOf(amount, parts) }));
  const lines: EntryLine[] = [
    ...move.amounts.map((amount) => ({ ...move.from, ...amount })),
    ...rest.map((amount) => ({ ...move.to, ...amount, minor: -amount.minor })),
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

function partOf({ dealId, currency }: DealAmount, parts: readonly TransferPart[]): bigint {
  const own = parts.filter((part) => part.dealId === dealId && part.currency === currency);
  return sumOf(own, ({ minor }) => minor);
}
