import { z } from "zod";
import { type Command, command } from "@/infra/command";
import { actorName, isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { handleHolder, personOfHolder } from "./domain/chart";
import { LedgerEvents } from "./events";
import type { HandleFacts } from "./handle-facts";
import { lockClaims } from "./repository/claims";
import { settleHandle } from "./settle-handle";

const FollowHandle = z.object({ platformId: z.string().min(1), name: z.string().min(1) });
const Followed = z.object({ entryIds: z.array(z.string()) });

/**
 * The verb that follows whatever happened to a handle: proved, let go, disputed, decided. It does not believe the news but
 * asks how the handle stands now, under the lock that postings share, so it may be run late, twice and in any order.
 */
export const followHandle = (facts: HandleFacts): Command<typeof FollowHandle, typeof Followed> =>
  command({
    name: "ledger.follow_handle",
    scope: "operator:write",
    input: FollowHandle,
    output: Followed,
    async run({ tx, actor, now }, of) {
      if (!isOperator(actor, "operator:write")) throw notFound("handle");
      await lockClaims(tx, "claiming");
      const moving = { effectiveAt: now, actor: actorName(actor) };
      const { handleId, paid, entryIds } = await settleHandle(tx, { facts, of, moving });
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
