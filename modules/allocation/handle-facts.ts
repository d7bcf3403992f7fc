import type { Tx } from "@/infra/db";
import { personHolder } from "@/modules/ledger/domain/chart";
import type { HandleFacts, Part, Standing } from "@/modules/ledger/handle-facts";
import { standingOfHandle } from "@/modules/works/contributors";
import { authorParts } from "./author-parts";
import {
  markDivided,
  misplacedNames,
  paidForName,
  postedWhileHeld,
  releasedWhileHeld,
  splitsOfShare,
  undividedFor,
} from "./repository/handle-money";
import { reservePaidFor } from "./reserve-files";

/** What the ledger asks about a handle: whose it is, what postings paid for it, and what of it is co-authors'. */
export const handleFacts: HandleFacts = {
  standing: (tx, { platformId, name }) => standingOfHandle(tx, platformId, name),

  async paidStraight(tx, of) {
    return [...(await paidByPostings(tx, of)), ...(await paidByReserves(tx, of))];
  },

  async divide(tx, { standing, at, ...of }) {
    const parts: Part[] = [];
    for (const { allocationId, dealId, currency } of await undividedFor(tx, of)) {
      const splits = await splitsOfShare(tx, allocationId, of.name);
      const others = (await authorParts(tx, splits)).filter(
        ({ holder }) => holder !== personHolder(of.personId),
      );
      const there = standing.find((stand) => stand.dealId === dealId && stand.currency === currency);
      if (others.reduce((sum, { minor }) => sum + minor, 0n) > (there?.minor ?? 0n)) continue;
      await markDivided(tx, allocationId, of.name, at);
      parts.push(...others.map((part) => ({ ...part, dealId, currency })));
    }
    return parts;
  },
};

/** Handles whose money is not where it belongs, for the verb that follows handles to be run again. */
export const handlesToSettle = misplacedNames;

type Straight = Parameters<HandleFacts["paidStraight"]>[1];

async function paidByPostings(tx: Tx, of: Straight): Promise<readonly Standing[]> {
  const posted = await postedWhileHeld(tx, of);
  const unread = posted.find(({ published }) => !published);
  // Minutes at most: whoever asked is run again.
  if (unread !== undefined) throw new Error(`the shares of allocation ${unread.id} cannot be looked up yet`);
  if (posted.length === 0) return [];
  const ids = posted.map(({ id }) => id);
  const paid = await paidForName(tx, ids, of);
  return posted.map(({ id, dealId, currency }) => ({ dealId, currency, minor: paid.get(id) ?? 0n }));
}

async function paidByReserves(tx: Tx, of: Straight): Promise<readonly Standing[]> {
  const paid: Standing[] = [];
  for (const { id, entryId, dealId, currency } of await releasedWhileHeld(tx, of)) {
    const minor = await reservePaidFor({ allocationId: id, entryId, ...of });
    paid.push({ dealId, currency, minor });
  }
  return paid;
}
