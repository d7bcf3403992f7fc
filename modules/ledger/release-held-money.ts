import { z } from "zod";
import { command } from "@/infra/command";
import { actorName, isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { isClosed } from "./close-person";
import { handleHolder, personHolder } from "./domain/chart";
import { lockClaims, saveClaim, standingOf } from "./repository/claims";
import { moveMoney } from "./settle-claims";

/**
 * The operator decided: what was held goes to the person the handle belongs to, or back to `unclaimed`: it is nobody's, or
 * whoever won has left meanwhile.
 */
export const releaseHeldMoney = command({
  name: "ledger.release_held_money",
  scope: "operator:write",
  input: z.object({
    disputeId: z.string().min(1),
    handleId: z.string().min(1),
    platformId: z.string().min(1),
    name: z.string().min(1),
    personId: z.string().min(1).nullable(),
  }),
  output: z.object({ entryId: z.string().nullable() }),
  async run({ tx, actor, now }, { disputeId, handleId, platformId, name, personId: winner }) {
    if (!isOperator(actor, "operator:write")) throw notFound("handle");
    await lockClaims(tx, "claiming");
    const personId = winner === null || (await isClosed(tx, winner)) ? null : winner;
    const holder = handleHolder(platformId, name);
    const state = personId === null ? "released" : "claimed";
    await saveClaim(tx, { holder, handleId, personId, disputeId, state }, now);
    const entryId = await moveMoney(tx, {
      effectiveAt: now,
      actor: actorName(actor),
      cause: "dispute",
      causeId: handleId,
      memo: personId === null ? "Dispute settled: for nobody yet" : "Dispute settled: paid to the author",
      standing: await standingOf(tx, holder, "held"),
      from: { account: "held", holder },
      to:
        personId === null
          ? { account: "unclaimed", holder }
          : { account: "payable", holder: personHolder(personId) },
    });
    return {
      value: { entryId },
      events:
        entryId === null ? [] : [{ type: "ledger.money_released", payload: { handleId, personId, entryId } }],
      audit: { subject: handleId, personId, detail: { entryId } },
    };
  },
});
