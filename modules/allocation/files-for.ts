import { type Actor, isOperator, mayFor, personIdOf } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { dealFor } from "@/modules/deals/deal-for";
import { type AllocationRow, findAllocation } from "./repository/allocation";
import { hasPartIn } from "./repository/own-shares";

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
  const ofPlatform = mayFor(actor, deal.platformId, "allocation:read") || isOperator(actor, "operator:read");
  if (row.sealedAt === null && !ofPlatform) throw notFound("allocation");
  return row;
}

/** Lines can be looked up from the publication on, moments after the seal; until then nobody has one. */
async function isContributor(actor: Actor, row: AllocationRow, now: Date): Promise<boolean> {
  const personId = personIdOf(actor);
  return personId !== null && row.publishedAt !== null && hasPartIn(row.id, personId, now);
}
