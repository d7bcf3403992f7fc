import { z } from "zod";
import { command } from "@/infra/verb/command";
import { actorName, isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { handleHolder, personOfHolder } from "@/modules/ledger/domain/chart";
import { LedgerEvents } from "@/modules/ledger/events";
import { lockOwners } from "../repository/locks";
import { settleHandle } from "./settle-handle";

/**
 * Follows whatever happened to a handle: it was proved, released, disputed or decided. The command does not rely on the news.
 * It reads how the handle stands now, under the lock that postings share, so it may run late, twice and in any order.
 */
export const followHandle = command({
  name: "ledger.follow_handle",
  scope: "operator:write",
  input: z.object({ platformId: z.string().min(1), name: z.string().min(1) }),
  output: z.object({ entryIds: z.array(z.string()) }),
  async run({ tx, actor, now }, of) {
    if (!isOperator(actor, "operator:write")) throw notFound("handle");
    await lockOwners(tx, "transfer");
    const moving = { effectiveAt: now, actor: actorName(actor) };
    const { handleId, paid, entryIds } = await settleHandle(tx, { of, moving });
    const subject = handleId ?? handleHolder(of.platformId, of.name);
    return {
      value: { entryIds: [...entryIds] },
      events: paid.map((holder) =>
        LedgerEvents.money_released({
          handleId: subject,
          personId: personOfHolder(holder),
          entryIds: [...entryIds],
        }),
      ),
      audit: { subject, detail: { ...of, entryIds: [...entryIds] } },
    };
  },
});
