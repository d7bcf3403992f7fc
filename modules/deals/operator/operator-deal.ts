import type { Tx } from "@/infra/db/db";
import { type Actor, isOperator } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import type { Deal } from "../domain/state/deal";
import { mayWith } from "../doors/deal-for";
import { lockDeal } from "../repository/deal";

/**
 * The deal, locked, for an act that only the operator may do. Its own parties get SCOPE_MISSING, everybody else NOT_FOUND.
 */
export async function lockedDealForOperator(tx: Tx, actor: Actor, dealId: string): Promise<Deal> {
  const deal = await lockDeal(tx, dealId);
  if (deal !== null && isOperator(actor, "operator:write")) return deal;
  if (deal !== null && mayWith(actor, deal, "deals:read"))
    throw new DomainError("SCOPE_MISSING", "Only the operator can do this.", {
      detail: { scope: "operator:write" },
    });
  throw notFound("deal");
}
