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

/** Names are compared as people would: compatibility forms, case and runs of spaces make no difference. */
export function foldName(name: string): string {
  return name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** True when a list of organisation ids and names holds this buyer, by either. */
export function listsBuyer(
  list: readonly string[],
  buyer: Pick<ConsentRequest, "buyerId" | "buyerName">,
): boolean {
  const name = foldName(buyer.buyerName);
  return list.some(
    (entry) =>
      (buyer.buyerId !== null && entry === buyer.buyerId) || (name !== "" && foldName(entry) === name),
  );
}
