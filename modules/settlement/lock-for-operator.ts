import type { Tx } from "@/infra/db/db";
import { type Actor, isOperator } from "@/kernel/actor";
import { assert } from "@/kernel/assert";
import { DomainError } from "@/kernel/errors";
import { lockSealedAllocation, type SealedAllocation } from "@/modules/allocation/seal/sealed-allocation";
import type { Deal } from "@/modules/deals/domain/state/deal";
import { type DealAct, next } from "@/modules/deals/domain/state/deal-state";
import { dealFor } from "@/modules/deals/doors/deal-for";

/**
 * Locks the sealed allocation of a deal for an act that only the operator may do: no posting and no other reversal of it runs
 * meanwhile. Throws NOT_FOUND, SCOPE_MISSING for the deal's own parties, and DEAL_STATE when the act is not possible.
 */
export async function lockForOperator(
  tx: Tx,
  actor: Actor,
  { dealId, act }: { dealId: string; act: DealAct },
): Promise<{ deal: Deal; allocation: SealedAllocation }> {
  const seen = await dealFor(actor, dealId, "deals:read", tx);
  if (!isOperator(actor, "operator:write"))
    throw new DomainError("SCOPE_MISSING", "Only the operator can do this.", {
      detail: { scope: "operator:write" },
    });
  next(seen, act);
  const allocation =
    seen.sealedAllocationId === null ? null : await lockSealedAllocation(tx, seen.sealedAllocationId);
  assert(allocation !== null, `deal ${dealId} is sealed and names no allocation`);
  const deal = await dealFor(actor, dealId, "deals:read", tx); // As it is now that nothing else moves it.
  next(deal, act);
  return { deal, allocation };
}
