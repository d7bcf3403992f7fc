import type { Tx } from "@/infra/db/db";
import { type Actor, isOperator } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import type { Deal } from "../domain/state/deal";
import { mayWith } from "../doors/deal-for";
import { lockDeal } from "../repository/deal";

/** The deal, held, for an act only the operator may do. Its own parties are told so; others that there is no such deal. */
export async function lockedDealForOperator(tx: Tx, actor: Actor, dealId: string): Promise<Deal> {
  const deal = await lockDeal(tx, dealId);
  if (deal !== null && isOperator(actor, "operator:write")) return deal;
  if (deal !== null && mayWith(actor, deal, "deals:read"))
    throw new DomainError("SCOPE_MISSING", "Only the operator does this.", {
      detail: { scope: "operator:write" },
    });
  throw notFound("deal");
}
