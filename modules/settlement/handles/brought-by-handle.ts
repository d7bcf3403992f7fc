import type { Tx } from "@/infra/db/db";
import { personHolder } from "@/modules/ledger/domain/chart";
import { broughtByCauses, type DealAmount } from "@/modules/ledger/holders/holder-amounts";
import type { HandleHold } from "./handle-standing";

/** Entries by which a handle's money becomes a person's, and is held again. */
const CAUSES = ["handle_claim", "dispute"];

/**
 * What claims and disputes of a handle moved to a person, per deal and currency, less what they took back: below zero where
 * what was taken back had come straight from a posting.
 */
export function broughtByHandle(
  tx: Tx | null,
  { handleId, personId }: HandleHold,
): Promise<readonly DealAmount[]> {
  return broughtByCauses(tx, { causes: CAUSES, causeId: handleId, holder: personHolder(personId) });
}

/** What a handle brought this person when they proved it, per currency, less what was taken back; without zeros. */
export async function broughtByClaim(
  hold: HandleHold,
): Promise<readonly Readonly<{ currency: string; minor: bigint }>[]> {
  const sums = new Map<string, bigint>();
  for (const { currency, minor } of await broughtByHandle(null, hold))
    sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  return [...sums].flatMap(([currency, minor]) => (minor > 0n ? [{ currency, minor }] : [])).sort(byCurrency);
}

const byCurrency = (a: Readonly<{ currency: string }>, b: Readonly<{ currency: string }>) =>
  a.currency < b.currency ? -1 : 1;
