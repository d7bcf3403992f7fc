import { eyeKey, lookAlikeKey } from "@/kernel/look-alike";
import type { Currency } from "@/kernel/money";
import type { Purpose, Use, Weights } from "./uses";

/**
 * What a buyer asks to do: all of `uses`, with weights of this openness, for this purpose. `buyerId` is the licensee's
 * organisation when it is one here; `attribution`: the buyer will attribute; `distillation`: the buyer may distil.
 * `at` is the instant asked about (`until` dates are compared with it).
 */
export type ConsentRequest = Readonly<{
  uses: readonly Use[];
  buyerId: string | null;
  buyerName: string;
  weights: Weights;
  purpose: Purpose;
  attribution: boolean;
  distillation: boolean;
  currency: Currency;
  at: Date;
}>;

type Buyer = Pick<ConsentRequest, "buyerId" | "buyerName">;

/** True when a list of organisation ids and names holds this buyer, by either. Names are compared as people see them. */
export function listsBuyer(list: readonly string[], buyer: Buyer): boolean {
  return holds(list, buyer, eyeKey);
}

/**
 * The same for a list that shuts buyers out: a name that only looks like one of the list is shut out too, since a no is not
 * lost to a letter of another script.
 */
export function shutsOutBuyer(list: readonly string[], buyer: Buyer): boolean {
  return listsBuyer(list, buyer) || holds(list, buyer, lookAlikeKey);
}

function holds(list: readonly string[], { buyerId, buyerName }: Buyer, keyOf: (name: string) => string) {
  const key = list.length === 0 ? "" : keyOf(buyerName);
  return list.some(
    (entry) => (buyerId !== null && entry === buyerId) || (key !== "" && keyOf(entry) === key),
  );
}
