import { z } from "zod";
import { command } from "@/infra/verb/command";
import { DomainError, notFound } from "@/kernel/errors";
import { deleteOtherSessions, deleteSession } from "../repository/sessions";

const Ended = z.object({ ended: z.number() });

/** Signs out on another device, or (with the current session's id) on this one. Only the person, signed in, does it. */
export const endSession = command({
  name: "parties.end_session",
  scope: "parties:write",
  input: z.object({ sessionId: z.string().optional().describe("Without it: the session that asks") }),
  output: Ended,
  async run({ tx, actor }, { sessionId }) {
    if (actor.kind !== "user")
      throw new DomainError("NOT_SIGNED_IN", "Only a signed-in person has sessions.");
    const id = sessionId ?? actor.sessionId;
    if (!(await deleteSession(tx, actor.personId, id))) throw notFound("session");
    return { value: { ended: 1 }, events: [], audit: { subject: id, personId: actor.personId } };
  },
});

/** Signs out everywhere else: what one does after losing a phone. */
export const endOtherSessions = command({
  name: "parties.end_other_sessions",
  scope: "parties:write",
  input: z.object({}),
  output: Ended,
  async run({ tx, actor }) {
    if (actor.kind !== "user")
      throw new DomainError("NOT_SIGNED_IN", "Only a signed-in person has sessions.");
    const ended = await deleteOtherSessions(tx, actor.personId, actor.sessionId);
    return {
      value: { ended },
      events: [],
      audit: { subject: actor.sessionId, personId: actor.personId, detail: { ended } },
    };
  },
});
