import { z } from "zod";
import { command } from "@/infra/verb/command";
import { actorName, isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { LedgerEvents } from "@/modules/ledger/events";
import { closedPeople } from "@/modules/ledger/holders/close-holder";
import { lockOwners } from "../repository/locks";
import { saveAcceptance } from "../repository/seat-acceptances";
import { payAcceptedSeat } from "./pay-accepted-seats";

/**
 * A co-author accepted their share: all that is held for their seat becomes payable to them, in one entry with two lines
 * per deal and currency. The acceptance is kept, so a posting that was prepared before it pays its part itself. Safe to run
 * twice. What a declined or left seat holds is moved by an operator's decision instead (`moveSeatMoney`).
 */
export const releaseAuthorMoney = command({
  name: "ledger.release_author_money",
  scope: "operator:write",
  input: z.object({ workId: z.string().min(1), authorId: z.string().min(1), personId: z.string().min(1) }),
  output: z.object({ entryId: z.string().nullable() }),
  async run({ tx, actor, now }, { workId, authorId, personId }) {
    if (!isOperator(actor, "operator:write")) throw notFound("author");
    await lockOwners(tx, "transfer");
    if ((await closedPeople(tx, [personId])).has(personId))
      return { value: { entryId: null }, events: [], audit: { subject: authorId, personId } };
    const seat = { authorId, personId };
    await saveAcceptance(tx, seat, now);
    const entryId = await payAcceptedSeat(tx, seat, { effectiveAt: now, actor: actorName(actor) });
    return {
      value: { entryId },
      events:
        entryId === null ? [] : [LedgerEvents.author_money_released({ entryId, workId, authorId, personId })],
      audit: { subject: authorId, personId, detail: { entryId, workId } },
    };
  },
});
