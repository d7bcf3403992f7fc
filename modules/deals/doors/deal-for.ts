import type { Tx } from "@/infra/db/db";
import { type Actor, isOperator, mayFor, type Scope } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import type { Deal } from "../domain/state/deal";
import { findDeal, findDeals, lockDeal } from "../repository/deal";

/**
 * The deal, for an actor who may do `scope` with it: members of its platform, the operator, jobs; members of its licensee may
 * read it once it is reported. Throws SCOPE_MISSING if the actor may only see the deal, NOT_FOUND otherwise.
 */
export async function dealFor(actor: Actor, dealId: string, scope: Scope, tx?: Tx): Promise<Deal> {
  return permitted(tx === undefined ? await findDeal(dealId) : await findDeal(dealId, tx), actor, scope);
}

/** Of these deals those that the actor may do `scope` with, by id: for lists. */
export async function dealsFor(
  actor: Actor,
  dealIds: readonly string[],
  scope: Scope,
): Promise<ReadonlyMap<string, Deal>> {
  const deals = await findDeals(dealIds);
  return new Map(deals.filter((deal) => mayWith(actor, deal, scope)).map((deal) => [deal.id, deal]));
}

/** As `dealFor`, held until the transaction ends: for verbs that change the deal. */
export async function lockedDealFor(tx: Tx, actor: Actor, dealId: string, scope: Scope): Promise<Deal> {
  return permitted(await lockDeal(tx, dealId), actor, scope);
}

/**
 * The deal, held, for what only its licensee does: members of it who may write deals, once it is reported. Its other readers
 * get SCOPE_MISSING, everybody else NOT_FOUND.
 */
export async function lockedDealForLicensee(tx: Tx, actor: Actor, dealId: string): Promise<Deal> {
  const deal = await lockDeal(tx, dealId);
  if (deal !== null && isForLicensee(actor, deal)) return deal;
  if (deal === null || !mayWith(actor, deal, "deals:read")) throw notFound("deal");
  throw new DomainError("SCOPE_MISSING", "Only the licensee's owners and admins can do this.", {
    detail: { scope: "deals:write" },
  });
}

/** True for somebody who acts for the deal's licensee, once it is reported. */
export function isForLicensee(actor: Actor, deal: Deal): boolean {
  return (
    deal.licenseeId !== null && deal.reportedAt !== null && mayFor(actor, deal.licenseeId, "deals:write")
  );
}

/** True when the actor may do `scope` with this deal. What a deal says is its platform's: the operator never writes it. */
export function mayWith(actor: Actor, deal: Deal, scope: Scope): boolean {
  const reading = scope.endsWith(":read");
  return (
    mayFor(actor, deal.platformId, scope) ||
    (scope !== "deals:write" && isOperator(actor, reading ? "operator:read" : "operator:write")) ||
    (reading && deal.licenseeId !== null && deal.reportedAt !== null && mayFor(actor, deal.licenseeId, scope))
  );
}

function permitted(deal: Deal | null, actor: Actor, scope: Scope): Deal {
  if (deal === null) throw notFound("deal");
  if (mayWith(actor, deal, scope)) return deal;
  if (mayWith(actor, deal, "deals:read")) {
    throw new DomainError(
      "SCOPE_MISSING",
      `You can see this deal, but your role does not include ${scope}.`,
      {
        detail: { scope },
      },
    );
  }
  throw notFound("deal");
}
