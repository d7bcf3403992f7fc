import { z } from "zod";
import { digestOf } from "@/infra/crypto/secret-digest";
import type { Tx } from "@/infra/db/db";
import { command } from "@/infra/verb/command";
import { notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { newSession } from "../domain/session";
import { IdentityEvents } from "../events";
import {
  deleteExpiredSessions,
  deleteSession,
  findSessionByHash,
  insertSession,
  renewSession,
} from "../repository/sessions";

/**
 * Runs when a proof of identity was accepted: the session counts as freshly signed in for step-up, remembers its device, and
 * replaces the browser's previous session. If next-auth kept that one, `replacement` is the new session's token, so that a
 * token seen earlier opens nothing.
 */
export const completeSignIn = command({
  name: "parties.sign_in",
  scope: null,
  input: z.object({
    token: z.string(),
    previousToken: z.string().nullable(),
    replacement: z.string().nullable(),
    userAgent: z.string().nullable(),
    method: z.string(),
  }),
  output: z.object({ sessionId: z.string(), personId: z.string() }),
  async run({ tx, actor, now }, { token, previousToken, replacement, userAgent, method }) {
    if (actor.kind !== "system") throw notFound("page");
    const session = await findSessionByHash(tx, digestOf(token));
    if (session === null) throw notFound("session");
    const { personId } = session;
    const id = replacement === null ? session.id : newId("session", now);
    const proved = newSession({ id, personId, userAgent }, now);
    if (replacement === null) await renewSession(tx, id, now, proved.userAgent);
    else await insertSession(tx, proved, digestOf(replacement));
    await deleteExpiredSessions(tx, personId, now);
    if (replacement !== null) await end(tx, token);
    if (previousToken !== null && previousToken !== token) await end(tx, previousToken);
    return {
      value: { sessionId: id, personId },
      events: [IdentityEvents.signed_in({ personId })],
      audit: { subject: id, personId, detail: { method } },
    };
  },
});

async function end(tx: Tx, token: string): Promise<void> {
  const session = await findSessionByHash(tx, digestOf(token));
  if (session !== null) await deleteSession(tx, session.personId, session.id);
}
