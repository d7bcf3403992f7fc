import { z } from "zod";
import { query } from "@/infra/verb/query";
import { personIdOr } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { wireMoney } from "@/kernel/money";
import { sumOf } from "@/kernel/sum";
import {
  type Candidate,
  candidatesFor,
  type OwnShareRow,
  ownShares,
  splitsOf,
  unpublishedAmong,
} from "@/modules/allocation/seal/shares-of-people";
import { MyDealShares } from "../schema";
import { type SplitNow, splitsNow } from "../splits-as-of-now";

/**
 * The person's amounts in these deals, and what sealed deals owe them that is not on the books yet: what a home needs,
 * in five small queries. A look-up in the shares names the few allocations it is about.
 */
export const myDealShares = query({
  name: "allocation.my_deal_shares",
  scope: "ledger:read",
  input: z.object({ dealIds: z.array(z.string().min(1)).max(LIMITS.pageRowsMax) }),
  output: MyDealShares,
  async run({ actor, now }, { dealIds }) {
    const personId = personIdOr(actor, () => notFound("person"));
    const [candidates, preparing] = await Promise.all([
      candidatesFor(personId, dealIds),
      unpublishedAmong(dealIds),
    ]);
    if (candidates.length === 0) return { items: [], pending: [], preparing: [...preparing] };
    const ids = candidates.map(({ id }) => id);
    const shares = await ownShares(personId, { allocationIds: ids, now });
    const names = shares.map((share) => share.contributor);
    const dealOf = new Map(candidates.map(({ id, dealId }) => [id, dealId]));
    const splits = await splitsNow(await splitsOf(ids, personId, names), (id) => dealOf.get(id) ?? "");
    const mine = splits.filter((split) => split.personId === personId && !split.lost);
    const all = candidates.flatMap((candidate) => amountIn(candidate, shares, mine));
    const pending = new Map<string, bigint>();
    for (const { standing, amount } of all)
      if (standing === "pending")
        pending.set(amount.currency, (pending.get(amount.currency) ?? 0n) + BigInt(amount.minor));
    return {
      items: all.filter(({ dealId }) => dealIds.includes(dealId)),
      pending: [...pending].map(([currency, minor]) => wireMoney(currency, minor)),
      preparing: [...preparing],
    };
  },
});

function amountIn(
  { id, dealId, currency, postedAt, cancelled }: Candidate,
  shares: readonly OwnShareRow[],
  mine: readonly SplitNow[],
): z.input<typeof MyDealShares>["items"] {
  const lines = shares.filter((share) => share.allocationId === id);
  const parts = mine.filter((split) => split.allocationId === id);
  if (lines.length + parts.length === 0) return [];
  const minor = sumOf(lines, (line) => line.minor - line.splitMinor) + sumOf(parts, (part) => part.minor);
  const isPaid = lines.length === 0 || lines.some((line) => line.outcome === "paid");
  const standing = cancelled
    ? "cancelled"
    : lines.some((line) => line.disputed)
      ? "held"
      : postedAt === null
        ? "pending"
        : "posted";
  const amount = wireMoney(currency, minor);
  return [{ allocationId: id, dealId, standing, outcome: isPaid ? "paid" : "floor_not_met", amount }];
}
