import { z } from "zod";
import { command } from "@/infra/command";
import { notFound } from "@/kernel/errors";
import { deleteExpiredSessions, deleteSession, findSessionByHash, renewSession } from "./repository/sessions";
import { digestOf } from "./secrets";

/**
 * Runs when a proof of who somebody is has just been accepted: the session counts as freshly signed in (which is what
 * step-up asks for), remembers its device, and replaces the session the same browser had before.
 */
export const completeSignIn = command({
  name: "parties.sign_in",
  scope: null,
  input: z.object({
    token: z.string(),
    previousToken: z.string().nullable(),
    userAgent: z.string().nullable(),
    method: z.string(),
  }),
  output: z.object({ sessionId: z.string(), personId: z.string() }),
  async run({ tx, actor, now }, { token, previousToken, userAgent, method }) {
    if (actor.kind !== "system") throw notFound("page");
    const session = await findSessionByHash(tx, digestOf(token));
    if (session === null) throw notFound("session");
    const { id, personId } = session;
    await renewSession(tx, id, now, userAgent?.slice(0, 400) ?? null);
    await deleteExpiredSessions(tx, personId, now);
    if (previousToken !== null && previousToken !== token) {
      const previous = await findSessionByHash(tx, digestOf(previousToken));
      if (previous !== null) await deleteSession(tx, previous.personId, previous.id);
    }
    return {
      value: { sessionId: id, personId },
      events: [{ type: "parties.signed_in", payload: { personId } }],
      audit: { subject: id, personId, detail: { method } },
    };
  },
});
