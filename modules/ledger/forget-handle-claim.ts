import { z } from "zod";
import { command } from "@/infra/command";
import { isOperator } from "@/kernel/actor";
import { notFound } from "@/kernel/errors";
import { handleHolder } from "./domain/chart";
import { claimOf, lockClaims, saveClaim } from "./repository/claims";

/** A person gave a handle up: what is theirs stays theirs, what comes later for the handle is unclaimed again. */
export const forgetHandleClaim = command({
  name: "ledger.forget_handle_claim",
  scope: "operator:write",
  input: z.object({ handleId: z.string().min(1), platformId: z.string().min(1), name: z.string().min(1) }),
  output: z.object({ forgotten: z.boolean() }),
  async run({ tx, actor, now }, { handleId, platformId, name }) {
    if (!isOperator(actor, "operator:write")) throw notFound("handle");
    await lockClaims(tx, "claiming");
    const claim = await claimOf(tx, handleHolder(platformId, name));
    // News of an old holder must not undo a newer claim.
    const forgotten = claim?.handleId === handleId && claim.state === "claimed";
    if (forgotten) await saveClaim(tx, { ...claim, personId: null, state: "released" }, now);
    return { value: { forgotten }, events: [], audit: { subject: handleId, detail: { forgotten } } };
  },
});
