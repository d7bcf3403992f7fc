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
 * Follows an accepted share: pays the author everything held for their seat, two lines per deal and currency. Stores the
 * acceptance, so a posting prepared before it pays its part itself. Safe to run twice. `moveSeatMoney` moves the money of
 * declined and left seats.
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
