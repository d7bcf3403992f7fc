import type { Verdict } from "@/modules/consent/domain/evaluate";
import type { DealBasis } from "./deal";

export type Included = "yes" | "if_price_met" | "no";

/**
 * Whether somebody's items are in a deal: a yes is, on condition of its price; a no never is; silence is only on platform
 * terms.
 */
export function includedBy(
  basis: DealBasis,
  { verdict, floorMicros }: Readonly<{ verdict: Verdict; floorMicros: bigint | null }>,
): Included {
  switch (verdict) {
    case "cleared":
      return floorMicros !== null && floorMicros > 0n ? "if_price_met" : "yes";
    case "refused":
      return "no";
    case "unset":
      return basis === "platform_terms" ? "yes" : "no";
  }
}
