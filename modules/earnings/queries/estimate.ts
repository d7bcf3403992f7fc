import { z } from "zod";
import { withEngine } from "@/infra/engine/engine";
import { storage } from "@/infra/files/storage";
import { query } from "@/infra/verb/query";
import { wireMoney } from "@/kernel/money";
import { type OwnPreview, ownPreview } from "@/modules/allocation/engine/own-preview";
import { sealedFiles } from "@/modules/allocation/seal/sealed-files";
import { readyClearance } from "@/modules/clearance/run/ready-clearance";
import { touchingDeal } from "@/modules/deals/contributor/touching-deal";
import { namesHeldOn } from "@/modules/handles/claim/handles-of";
import { previewOf } from "../deal-money";
import { Estimate, type EstimateWire } from "../schema";

/** Above so many contributors a page does not look into the files of a preview. */
const LOOKED_THROUGH = 1_000_000n;

/**
 * What of a deal that is not sealed would be the acting person's, by the newest split by the deal's own rules. Null where
 * there is no such split. Their own share alone; nothing of others.
 */
export const myEstimate = query({
  name: "allocation.my_estimate",
  scope: "ledger:read",
  input: z.strictObject({ dealId: z.string().min(1) }),
  output: Estimate.nullable(),
  async run({ actor, now }, { dealId }) {
    const { deal, personId } = await touchingDeal(actor, dealId, now);
    if (deal.sealedAt !== null || deal.state === "cancelled") return null;
    const row = await previewOf(deal);
    if (row === null || (row.contributors ?? 0n) > LOOKED_THROUGH) return null;
    const names = await namesHeldOn(personId, deal.platformId, now);
    const clearance = await readyClearance(deal.id, row.clearanceId);
    const files = await sealedFiles(row);
    const verdicts = await storage().localPath(clearance.verdictsKey);
    const own = await withEngine(
      (connection) => ownPreview(connection, { ...files, verdicts }, { names, personId }),
      { threads: 1 },
    );
    return estimateOf(own, {
      currency: row.currency,
      madeAt: (row.finishedAt ?? row.createdAt).toISOString(),
      asOf: clearance.asOf.toISOString(),
    });
  },
});

type Basis = Readonly<{ currency: string; madeAt: string; asOf: string }>;

function estimateOf(own: OwnPreview, { currency, madeAt, asOf }: Basis): EstimateWire {
  const standing =
    own.paidRows > 0n || own.minor > 0n
      ? "in"
      : own.refusedByPrice
        ? "price"
        : own.manifestRows > 0n
          ? "out"
          : "absent";
  return {
    standing,
    amount: wireMoney(currency, own.minor),
    items: String(own.paidRows),
    manifestItems: String(own.manifestRows),
    madeAt,
    asOf,
  };
}
