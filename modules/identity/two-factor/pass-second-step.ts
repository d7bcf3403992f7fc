import { z } from "zod";
import { digestOf } from "@/infra/crypto/secret-digest";
import { command } from "@/infra/verb/command";
import { DomainError, notFound } from "@/kernel/errors";
import { IdentityEvents } from "../events";
import { countRecoveryCodes } from "../repository/second-step";
import { deleteSession, findPendingSession, passSession } from "../repository/sessions";
import { SecondStepCode } from "../schema";
import { newSessionToken } from "../secrets";
import { verifySecondFactor } from "./verify-second-factor";

const SessionToken = z.object({ token: z.string() });

/**
 * The second step of a sign-in. Until then the session is nobody's, so it is signing in that asks, with the session's
 * token, and not the person. The session goes on under a new token: one that was seen while it waited opens nothing.
 */
export const passSecondStep = command({
  name: "parties.pass_second_step",
  scope: null,
  input: SecondStepCode.extend(SessionToken.shape),
  output: SessionToken.extend({ personId: z.string() }),
  replay: (value) => ({ ...value, token: "" }),
  async run({ tx, actor, now }, { token, code: typed }) {
    if (actor.kind !== "system") throw notFound("page");
    const session = await findPendingSession(tx, digestOf(token), now);
    if (session === null) throw new DomainError("NOT_SIGNED_IN", "This took too long. Sign in again.");
    const { id, personId } = session;
    const by = await verifySecondFactor(tx, { personId, typed, now });
    const renewed = newSessionToken();
    await passSession(tx, id, digestOf(renewed), now);
    const codes = await countRecoveryCodes(tx, personId);
    return {
      value: { token: renewed, personId },
      events: by === "app" ? [] : [IdentityEvents.recovery_code_used({ personId, codes })],
      audit: { subject: id, personId, detail: { by } },
    };
  },
});

/** Ends a sign-in that waits for its second step: the sign-out of a person who is not signed in yet. */
export const giveUpSignIn = command({
  name: "parties.give_up_sign_in",
  scope: null,
  input: SessionToken,
  output: z.object({}),
  async run({ tx, actor, now }, { token }) {
    if (actor.kind !== "system") throw notFound("page");
    const session = await findPendingSession(tx, digestOf(token), now);
    if (session === null) throw notFound("session");
    await deleteSession(tx, session.personId, session.id);
    return { value: {}, events: [], audit: { subject: session.id, personId: session.personId } };
  },
});
