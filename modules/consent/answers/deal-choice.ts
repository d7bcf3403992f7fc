import type { Tx } from "@/infra/db/db";
import type { DomainEvent } from "@/infra/events/events";
import { END_OF_TIME } from "@/kernel/time";
import type { DealChoice } from "../domain/evaluate";
import { ConsentEvents } from "../events";
import {
  addChoice,
  choiceAfter,
  choicesOf,
  countChoices,
  lockChoice,
  newestChoiceAt,
  type RecordedChoice,
} from "../repository/choices";
import { afterWatermark, holdWatermark } from "../repository/watermark";

/**
 * Records a person's answer to one deal; an equal answer records nothing. The caller (deals) has checked that the person may
 * see the deal and that its notice runs, and emits the returned events. `refuseIfChanged` gets the last answer under a lock.
 */
export async function recordDealChoice(
  tx: Tx,
  answer: Readonly<{ dealId: string; personId: string; choice: DealChoice["choice"]; now: Date; by: string }>,
  refuseIfChanged: (last: RecordedChoice | undefined) => Promise<void> = async () => {},
): Promise<{ choice: DealChoice; at: Date; events: readonly DomainEvent[] }> {
  const { dealId, personId, choice } = answer;
  await lockChoice(tx, personId, dealId);
  const watermark = await holdWatermark(tx);
  const last = (await choicesOf(personId, [dealId], END_OF_TIME, tx)).get(dealId);
  await refuseIfChanged(last);
  if (last?.choice === choice) return { choice: last, at: last.at, events: [] };
  // Two answers in one millisecond would have no order: the second takes the next.
  const free = afterWatermark(answer.now, watermark);
  const at = last !== undefined && last.at >= free ? new Date(last.at.getTime() + 1) : free;
  const id = await addChoice(tx, { dealId, personId, choice, at, by: answer.by });
  const payload = { choiceId: id, dealId, personId, choice };
  return { choice: { id, choice }, at, events: [ConsentEvents.choice_made(payload)] };
}

/** A person's standing answers to these deals as of `at`; deals without an answer are absent. */
export async function dealChoicesOf(
  personId: string,
  dealIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, RecordedChoice>> {
  return choicesOf(personId, dealIds, at);
}

/** How many people object to, joined, or took back an answer to a deal, as of `at`. */
export async function dealChoiceCounts(dealId: string, at: Date) {
  return countChoices(dealId, at);
}

/** When the newest answer to a deal takes effect; null while nobody has answered. A deal can be sealed as of no earlier instant. */
export function lastAnswerAt(dealId: string): Promise<Date | null> {
  return newestChoiceAt(dealId);
}

/**
 * True when an answer to the deal took effect after `at`: a set frozen as of `at` does not hold it. That an answer was given
 * earlier by the clock says nothing, for answers take effect after every instant that was already looked at.
 */
export async function answeredSince(tx: Tx, dealId: string, at: Date): Promise<boolean> {
  return choiceAfter(tx, dealId, at);
}
