import { z } from "zod";
import { command } from "@/infra/command";
import { actorName, isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { isClosed } from "./close-person";
import { authorHolder } from "./domain/chart";
import { LedgerEvents } from "./events";
import { type Claim, lockClaims, saveClaim } from "./repository/claims";
import { settleSeat } from "./settle-seats";

/**
 * A co-author accepted their share: all that is held for their seat becomes payable to them, in one entry with two lines
 * per deal and currency. The acceptance is remembered, so a posting that was prepared before it moves its part on itself.
 * Safe to run twice. What a declined or left seat holds is moved by an operator's decision instead (moveSeatMoney).
 */
export const releaseAuthorMoney = command({
  name: "ledger.release_author_money",
  scope: "operator:write",
  input: z.object({ workId: z.string().min(1), authorId: z.string().min(1), personId: z.string().min(1) }),
  output: z.object({ entryId: z.string().nullable() }),
  async run({ tx, actor, now }, { workId, authorId, personId }) {
    if (!isOperator(actor, "operator:write")) throw notFound("author");
    await lockClaims(tx, "claiming");
    if (await isClosed(tx, personId))
      return { value: { entryId: null }, events: [], audit: { subject: authorId, personId } };
    const holder = authorHolder(authorId);
    const claim: Claim = { holder, handleId: authorId, personId, state: "claimed" };
    await saveClaim(tx, claim, now);
    const entryId = await settleSeat(tx, claim, { effectiveAt: now, actor: actorName(actor) });
    return {
      value: { entryId },
      events:
        entryId === null ? [] : [LedgerEvents.author_money_released({ entryId, workId, authorId, personId })],
      audit: { subject: authorId, personId, detail: { entryId, workId } },
    };
  },
});
