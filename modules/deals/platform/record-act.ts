import type { DomainEvent } from "@/infra/events/events";
import type { CommandContext, Outcome } from "@/infra/verb/command";
import { actorName } from "@/kernel/actor";
import { wireMoney } from "@/kernel/money";
import type { Deal } from "../domain/state/deal";
import type { DealAct } from "../domain/state/deal-state";
import { DealEvents } from "../events";
import { insertDeal, updateDeal } from "../repository/deal";
import { insertStep, insertVersion } from "../repository/history";
import type { DealView } from "../schema/deal";
import { dealView } from "../view";

type Context = Pick<CommandContext, "tx" | "actor" | "now">;

/** One act on a deal: how it stood (null when it is new), how it stands, and what was said about it. */
export type Change = Readonly<{
  before: Deal | null;
  after: Deal;
  act: DealAct | "draft";
  note?: string | null;
}>;

const EVENTS: Readonly<Record<Exclude<Change["act"], "fund">, typeof DealEvents.edited>> = {
  draft: DealEvents.drafted,
  edit: DealEvents.edited,
  report: DealEvents.reported,
  notice: DealEvents.noticed,
  accept: DealEvents.accepted,
  decline: DealEvents.declined,
  amend: DealEvents.amended,
  seal: DealEvents.sealed,
  allocate: DealEvents.allocated,
  distribute: DealEvents.distributed,
  close: DealEvents.closed,
  cancel: DealEvents.cancelled,
  ask_cancel: DealEvents.cancellation_asked,
  withdraw_cancel: DealEvents.cancellation_withdrawn,
  agree_cancel: DealEvents.cancelled,
  refuse_cancel: DealEvents.cancellation_refused,
  dispute: DealEvents.disputed,
  undispute: DealEvents.dispute_ended,
  unfund: DealEvents.unfunded,
  unallocate: DealEvents.unallocated,
};

/** Saves the deal, a line of its history and, when its terms changed, the new version. Returns the event that tells of it. */
export async function saveChange({ tx, actor, now }: Context, change: Change): Promise<DomainEvent> {
  const { before, after, act } = change;
  const note = change.note ?? null;
  const by = actorName(actor);
  await (before === null ? insertDeal(tx, after) : updateDeal(tx, after));
  const windowStarted = after.noticeEndsAt?.getTime() !== before?.noticeEndsAt?.getTime();
  await insertStep(tx, {
    deal: after,
    act,
    from: before?.state ?? null,
    note,
    noticeEndsAt: windowStarted ? after.noticeEndsAt : null,
    actor: by,
    at: now,
  });
  if (before === null || before.version !== after.version)
    await insertVersion(tx, { deal: after, note, actor: by, at: now });
  const happened = {
    dealId: after.id,
    platformId: after.platformId,
    licenseeId: after.licenseeId,
    state: after.state,
    version: after.version,
    ...(after.sealedAllocationId === null ? {} : { allocationId: after.sealedAllocationId }),
    ...(windowStarted && before?.noticedAt ? { noticeRestarted: true as const } : {}),
    ...(before !== null && before.licenseeId !== after.licenseeId
      ? { formerLicenseeId: before.licenseeId }
      : {}),
    ...(act === "cancel" && note !== null ? { reason: note } : {}),
  };
  return act === "fund" ? DealEvents.funded({ ...happened, ...funding(after) }) : EVENTS[act](happened);
}

/** What the books need to take the money in; they know no deals, so the event carries it. */
function funding(deal: Deal) {
  return {
    ...wireMoney(deal.currency, deal.grossMinor),
    reference: deal.fundingReference ?? "",
  };
}

/** What a verb on a deal answers: the deal as its actor sees it, its event, its audit row. */
export async function changed(context: Context, change: Change): Promise<Outcome<DealView>> {
  const event = await saveChange(context, change);
  const { after, act, note } = change;
  return {
    value: await dealView(after, context.actor, context.now),
    events: [event],
    audit: {
      subject: after.id,
      organisationId: after.platformId,
      detail: { act, state: after.state, version: after.version, ...(note ? { note } : {}) },
    },
  };
}
