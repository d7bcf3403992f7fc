import type { Tx } from "@/infra/db/db";
import { putEvents } from "@/infra/events/outbox";
import type { Actor } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { answeredSince } from "@/modules/consent/answers/deal-choice";
import type { Deal } from "../domain/state/deal";
import { next } from "../domain/state/deal-state";
import { mustBeOver } from "../domain/state/notice";
import { mustCountEverybody } from "../domain/state/seal";
import { requireAccepted } from "../licensee/require-accepted";
import { type Change, saveChange } from "../platform/record-act";
import { lockDeal } from "../repository/deal";

/** Who is named in the deal's history when the caller does not say. */
const SYSTEM: Actor = { kind: "system", job: "deals" };

export type Sealing = Readonly<{
  dealId: string;
  allocationId: string;
  /** The version the allocation was computed from; an amendment that came in between is not sealed unseen. */
  version: number;
  /** The instant of the clearance the allocation was computed from. */
  asOf: Date;
  now: Date;
  actor?: Actor;
}>;

/**
 * noticed → sealed: locks the terms with this allocation and emits deals.sealed. Checks the locked deal, so that an answer or
 * an amendment comes wholly before or after. Throws DEAL_STATE, DEAL_NOTICE_RUNNING, CONFLICT for another version, and the
 * refusals of mustCountEverybody. The caller has checked the actor's rights.
 */
export async function sealDeal(tx: Tx, sealing: Sealing): Promise<Deal> {
  const { dealId, allocationId, version, asOf, now, actor = SYSTEM } = sealing;
  const deal = await held(tx, dealId);
  const standing = next(deal, "seal");
  mustBeOver(deal, now);
  if (deal.version !== version)
    throw new DomainError("CONFLICT", "The deal has changed since. Clear and split its newest version.", {
      detail: { because: "deal_amended", version: deal.version },
    });
  await requireAccepted(deal);
  mustCountEverybody(deal, { asOf, answeredSince: await answeredSince(tx, dealId, asOf), now });
  const after = {
    ...deal,
    ...standing,
    sealedAt: now,
    sealedAsOf: asOf,
    sealedAllocationId: allocationId,
  };
  return advanced({ tx, actor, now }, { before: deal, after, act: "seal" });
}

/**
 * funded → allocated, once the shares are on the books. Safe to call again: a deal that is allocated already is left as
 * it is. Throws DEAL_STATE while a dispute freezes the money, so that the caller posts nothing.
 */
export async function markAllocated(
  tx: Tx,
  { dealId, now, actor = SYSTEM }: { dealId: string; now: Date; actor?: Actor },
): Promise<Deal> {
  const deal = await held(tx, dealId);
  if (deal.allocatedAt !== null && deal.state === "allocated") return deal;
  const after = { ...deal, ...next(deal, "allocate"), allocatedAt: now };
  return advanced({ tx, actor, now }, { before: deal, after, act: "allocate" });
}

export type TakingBack = Readonly<{ dealId: string; note: string; now: Date; actor?: Actor }>;

/** funded → sealed: the payment is not there after all. The caller reverses its entry in the same transaction. */
export async function markUnfunded(tx: Tx, { dealId, note, now, actor = SYSTEM }: TakingBack): Promise<Deal> {
  const deal = await held(tx, dealId);
  const after = {
    ...deal,
    ...next(deal, "unfund"),
    fundedAt: null,
    fundingReference: null,
    fundingValueDate: null,
    fundingKey: null,
  };
  return advanced({ tx, actor, now }, { before: deal, after, act: "unfund", note });
}

/** allocated → funded: the shares are taken off the books, by a reversal in the same transaction, and can be posted again. */
export async function markUnallocated(
  tx: Tx,
  { dealId, note, now, actor = SYSTEM }: TakingBack,
): Promise<Deal> {
  const deal = await held(tx, dealId);
  const after = { ...deal, ...next(deal, "unallocate"), allocatedAt: null };
  return advanced({ tx, actor, now }, { before: deal, after, act: "unallocate", note });
}

async function held(tx: Tx, dealId: string): Promise<Deal> {
  const deal = await lockDeal(tx, dealId);
  if (deal === null) throw notFound("deal");
  return deal;
}

async function advanced(context: { tx: Tx; actor: Actor; now: Date }, change: Change): Promise<Deal> {
  await putEvents(context.tx, [await saveChange(context, change)], context.now);
  return change.after;
}
