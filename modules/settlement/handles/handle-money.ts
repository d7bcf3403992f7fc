import type { Tx } from "@/infra/db/db";
import { sumOf } from "@/kernel/sum";
import { splitsOfShare } from "@/modules/allocation/seal/stored-splits";
import { personHolder } from "@/modules/ledger/domain/chart";
import type { DealAmount } from "@/modules/ledger/holders/holder-amounts";
import type { TransferPart } from "@/modules/ledger/post/transfer";
import { authorParts } from "../posting/author-parts";
import {
  markDivided,
  paidForName,
  postedWhileHeld,
  releasedWhileHeld,
  undividedFor,
} from "../repository/handle-money";
import { reservePaidFor } from "../reserve/reserve-files";
import type { HandleName } from "./handle-standing";

type Payee = HandleName & Readonly<{ personId: string }>;

/** What postings paid straight to a person for this name. `except`: allocations that left its money under the handle. */
export async function paidStraight(
  tx: Tx,
  of: Payee & Readonly<{ except: readonly string[] }>,
): Promise<readonly DealAmount[]> {
  return [...(await paidByPostings(tx, of)), ...(await paidByReserves(tx, of))];
}

/**
 * Of the amounts under this name that are about to become this person's: the parts of their co-authors, where a share was
 * posted whole. Given out once, and never more than is there.
 */
export async function partsOfCoAuthors(
  tx: Tx,
  { amounts, at, ...of }: Payee & Readonly<{ amounts: readonly DealAmount[]; at: Date }>,
): Promise<readonly TransferPart[]> {
  const parts: TransferPart[] = [];
  for (const { allocationId, dealId, currency } of await undividedFor(tx, of)) {
    const splits = await splitsOfShare(tx, allocationId, of.name);
    const others = (await authorParts(tx, splits)).filter(
      ({ holder }) => holder !== personHolder(of.personId),
    );
    const there = amounts.find((amount) => amount.dealId === dealId && amount.currency === currency);
    if (sumOf(others, ({ minor }) => minor) > (there?.minor ?? 0n)) continue;
    await markDivided(tx, allocationId, of.name, at);
    parts.push(...others.map((part) => ({ ...part, dealId, currency })));
  }
  return parts;
}

async function paidByPostings(
  tx: Tx,
  of: Payee & Readonly<{ except: readonly string[] }>,
): Promise<readonly DealAmount[]> {
  const posted = await postedWhileHeld(tx, of);
  const unread = posted.find(({ published }) => !published);
  // Minutes at most: the command that asked is run again.
  if (unread !== undefined) throw new Error(`the shares of allocation ${unread.id} cannot be looked up yet`);
  if (posted.length === 0) return [];
  const ids = posted.map(({ id }) => id);
  const paid = await paidForName(tx, ids, of);
  return posted.map(({ id, dealId, currency }) => ({ dealId, currency, minor: paid.get(id) ?? 0n }));
}

async function paidByReserves(tx: Tx, of: Payee): Promise<readonly DealAmount[]> {
  const paid: DealAmount[] = [];
  for (const { id, entryId, dealId, currency } of await releasedWhileHeld(tx, of)) {
    const minor = await reservePaidFor({ allocationId: id, entryId, ...of });
    paid.push({ dealId, currency, minor });
  }
  return paid;
}
