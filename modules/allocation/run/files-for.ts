import { type Actor, isOperator, mayFor, personIdOf } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import type { Deal } from "@/modules/deals/domain/state/deal";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { type AllocationRow, findAllocation } from "../repository/allocation";
import { hasPartIn } from "../repository/own-shares";

/**
 * The allocation whose published files the actor may take. Before it is sealed: the platform and the operator, for it is
 * a preview. Once sealed also the licensee, and everybody with a line or a split of their own in it. Throws NOT_FOUND.
 */
export async function allocationWithFilesFor(
  actor: Actor,
  allocationId: string,
  now: Date,
): Promise<AllocationRow> {
  const row = await findAllocation(allocationId);
  if (row === null) throw notFound("allocation");
  if (await isContributor(actor, row, now)) return row;
  const deal = await dealFor(actor, row.dealId, "allocation:read");
  if (row.sealedAt === null && !seesPreviews(actor, deal)) throw notFound("allocation");
  return row;
}

/** Whether the actor, who may read the deal, sees what is only tried: previews and what-ifs are not the licensee's. */
export function seesPreviews(actor: Actor, deal: Deal): boolean {
  return mayFor(actor, deal.platformId, "allocation:read") || isOperator(actor, "operator:read");
}

/** Lines can be looked up from the publication on, moments after the seal; until then nobody has one. */
async function isContributor(actor: Actor, row: AllocationRow, now: Date): Promise<boolean> {
  const personId = personIdOf(actor);
  return personId !== null && row.publishedAt !== null && hasPartIn(row.id, personId, now);
}
