import type { HandleStanding, MyDealDetail } from "@/modules/deals/schema/contributor";
import type { EstimateWire, PaymentWire } from "@/modules/earnings/schema";

type OwnLines = readonly Pick<PaymentWire["lines"][number], "contributor" | "outcome">[];
export type Stood = HandleStanding["included"];

/** How a handle stands: from its terms before the seal; afterwards a price is met or not, as the split says. */
export function stoodOf(standing: Pick<HandleStanding, "name" | "included">, lines: OwnLines): Stood {
  if (standing.included !== "if_price_met") return standing.included;
  const own = lines.find(({ contributor }) => contributor.toLowerCase() === standing.name.toLowerCase());
  if (own === undefined) return "if_price_met";
  return own.outcome === "paid" ? "yes" : "no";
}

/** Whether anything of this person's is in what the deal licenses, as far as that is known. */
export type Presence = "some" | "none" | "unknown";

/**
 * After the seal by the split, once its shares can be looked up; before it by the newest preview. Otherwise nobody knows.
 * `preparing`: the deal is sealed, and its shares cannot be looked up yet.
 */
export function presenceOf(
  { sealedAt }: Pick<MyDealDetail, "sealedAt">,
  known: Readonly<{
    line: unknown | null;
    estimate: Pick<EstimateWire, "standing"> | null;
    preparing: boolean;
  }>,
): Presence {
  const { line, estimate, preparing } = known;
  if (line !== null) return "some";
  if (sealedAt !== null) return preparing ? "unknown" : "none";
  if (estimate === null) return "unknown";
  return estimate.standing === "absent" ? "none" : "some";
}

/** Which one sentence says whether this person is in the deal; while nobody knows whose items it holds, only what they allow. */
export function summaryOf(
  {
    state,
    choice,
    standings,
  }: Pick<MyDealDetail, "state" | "standings"> & { choice: Pick<MyDealDetail["choice"], "choice"> },
  lines: OwnLines,
  presence: Presence = "unknown",
) {
  if (state === "cancelled") return "cancelled";
  if (choice.choice === "object") return "objected";
  if (presence === "none") return "absent";
  const known = presence === "some";
  if (choice.choice === "join") return known ? "joined" : "joinedUnknown";
  const seen = new Set(standings.map((one) => stoodOf(one, lines)));
  if (seen.size > 1) return "some";
  if (seen.has("yes")) return known ? "in" : "allowed";
  if (seen.has("if_price_met")) return "price";
  return standings.some((one) => one.included === "if_price_met") ? "below" : "out";
}
