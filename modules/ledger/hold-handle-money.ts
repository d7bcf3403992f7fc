import { z } from "zod";
import { command } from "@/infra/command";
import { actorName, isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { handleHolder, personHolder } from "./domain/chart";
import {
  type Claim,
  claimedBy,
  claimOf,
  lockClaims,
  type Standing,
  saveClaim,
  standingOf,
} from "./repository/claims";
import { type Moving, moveMoney, settleClaim } from "./settle-claims";

/**
 * Two people claim one handle: what waits for it, and what its first claim brought and is still payable, is held under
 * the handle until the dispute is settled. Money already paid out cannot be held; it is left where it went.
 */
export const holdHandleMoney = command({
  name: "ledger.hold_handle_money",
  scope: "operator:write",
  input: z.object({
    disputeId: z.string().min(1),
    handleId: z.string().min(1).meta({ description: "The handle that was proved first" }),
    personId: z.string().min(1).meta({ description: "Whose handle it was until now" }),
    platformId: z.string().min(1),
    name: z.string().min(1),
  }),
  output: z.object({ entryIds: z.array(z.string()) }),
  async run({ tx, actor, now }, { disputeId, handleId, personId, platformId, name }) {
    if (!isOperator(actor, "operator:write")) throw notFound("handle");
    await lockClaims(tx, "claiming");
    const holder = handleHolder(platformId, name);
    const before = await claimOf(tx, holder);
    if (before?.disputeId === disputeId && before.state !== "disputed")
      return { value: { entryIds: [] }, events: [], audit: { subject: handleId, detail: { settled: true } } };
    const claim: Claim = { holder, handleId, personId, disputeId, state: "disputed" };
    await saveClaim(tx, claim, now);
    const moving: Moving = { effectiveAt: now, actor: actorName(actor) };
    const entryIds = [await settleClaim(tx, claim, moving), await takeBack(tx, claim, moving)].filter(
      (id) => id !== null,
    );
    return {
      value: { entryIds },
      events: entryIds.length === 0 ? [] : [{ type: "ledger.money_held", payload: { handleId, entryIds } }],
      audit: { subject: handleId, detail: { entryIds } },
    };
  },
});

async function takeBack(
  tx: Parameters<typeof claimOf>[0],
  claim: Claim,
  moving: Moving,
): Promise<string | null> {
  if (claim.personId === null) return null;
  const person = personHolder(claim.personId);
  const payable = await standingOf(tx, person, "payable");
  const standing = (await claimedBy(tx, claim.handleId, person)).flatMap<Standing>((claimed) => {
    const there =
      payable.find((p) => p.dealId === claimed.dealId && p.currency === claimed.currency)?.minor ?? 0n;
    const minor = claimed.minor < there ? claimed.minor : there;
    return minor > 0n ? [{ ...claimed, minor }] : [];
  });
  return moveMoney(tx, {
    ...moving,
    cause: "dispute",
    causeId: claim.handleId,
    memo: "Held again: the handle this money came from is disputed",
    standing,
    from: { account: "payable", holder: person },
    to: { account: "held", holder: claim.holder },
  });
}
