import { z } from "zod";
import { command } from "@/infra/command";
import { actorName, isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { isClosed } from "./close-person";
import { handleHolder } from "./domain/chart";
import { claimOf, lockClaims, saveClaim } from "./repository/claims";
import { settleClaim } from "./settle-claims";

/**
 * A handle was proved: all that waits for it on `unclaimed` becomes payable to the person, in one entry. Safe to run
 * twice, and beside a posting: what is posted later for this handle is moved by the posting itself. While a dispute is
 * open nothing is released; nor to somebody who has left meanwhile.
 */
export const claimHandleMoney = command({
  name: "ledger.claim_handle_money",
  scope: "operator:write",
  input: z.object({
    handleId: z.string().min(1),
    platformId: z.string().min(1),
    name: z.string().min(1),
    personId: z.string().min(1),
  }),
  output: z.object({ entryId: z.string().nullable() }),
  async run({ tx, actor, now }, { handleId, platformId, name, personId }) {
    if (!isOperator(actor, "operator:write")) throw notFound("handle");
    await lockClaims(tx, "claiming");
    const holder = handleHolder(platformId, name);
    const known = await claimOf(tx, holder);
    if (known?.state === "disputed" || (await isClosed(tx, personId)))
      return { value: { entryId: null }, events: [], audit: { subject: handleId, personId } };
    const disputeId = known?.disputeId ?? null;
    const claim = { holder, handleId, personId, disputeId, state: "claimed" as const };
    await saveClaim(tx, claim, now);
    const entryId = await settleClaim(tx, claim, { effectiveAt: now, actor: actorName(actor) });
    return {
      value: { entryId },
      events:
        entryId === null ? [] : [{ type: "ledger.money_claimed", payload: { entryId, handleId, personId } }],
      audit: { subject: handleId, personId, detail: { entryId } },
    };
  },
});
