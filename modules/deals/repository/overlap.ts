import type { Tx } from "@/infra/db/db";
import type { Deal } from "../domain/state/deal";
import { dealOf } from "./deal";

/** Lets one report or amendment of a platform look at its other deals at a time, until the transaction ends. */
export async function lockLicencesOf(tx: Tx, platformId: string): Promise<void> {
  await tx.prisma
    .$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`licences-of:${platformId}`}, 0))::text`;
}

/**
 * The platform's other deals that are reported and not cancelled and share a use with this one, the first report first; only
 * exclusive ones when this one is not exclusive. Whether they conflict is for domain/overlap.ts to say.
 */
export async function overlappingDeals(tx: Tx, deal: Deal): Promise<readonly Deal[]> {
  const rows = await tx.prisma.deal.findMany({
    where: {
      id: { not: deal.id },
      platformId: deal.platformId,
      state: { notIn: ["draft", "cancelled"] },
      uses: { hasSome: [...deal.uses] },
      ...(deal.exclusive ? {} : { exclusive: true }),
    },
    orderBy: [{ reportedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(dealOf);
}
