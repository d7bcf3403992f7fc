import { z } from "zod";
import { digestOf } from "@/infra/crypto/secret-digest";
import { env } from "@/infra/env";
import { command } from "@/infra/verb/command";
import { notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { personOf } from "@/modules/parties/people/person-of";
import { newSession } from "../domain/session";
import { IdentityEvents } from "../events";
import { deleteSession, findSessionByHash, insertSession } from "../repository/sessions";
import { newSessionToken } from "../secrets";

/** The demo world's "sign in as": one click, no proof. Outside the demo world, and for real people, it is not there. */
export const signInAsDemoPersona = command({
  name: "parties.sign_in_as_demo_persona",
  scope: null,
  input: z.object({
    personId: z.string(),
    userAgent: z.string().nullable(),
    previousToken: z.string().nullable(),
  }),
  output: z.object({ personId: z.string(), token: z.string(), locale: z.string() }),
  replay: (value) => ({ ...value, token: "" }),
  async run({ tx, now }, { personId, userAgent, previousToken }) {
    const person = env().REMIT_DEMO === "1" ? await personOf(personId, tx) : null;
    if (person === null || person.demoPersona === null) throw notFound("person");
    const previous = previousToken === null ? null : await findSessionByHash(tx, digestOf(previousToken));
    if (previous !== null) await deleteSession(tx, previous.personId, previous.id);
    const token = newSessionToken();
    const begun = newSession({ id: newId("session", now), personId, userAgent }, now);
    const session = { ...begun, secondStepAt: now }; // Nobody proves anything here, so nobody is asked for a second proof.
    await insertSession(tx, session, digestOf(token));
    return {
      value: { personId, token, locale: person.locale },
      events: [IdentityEvents.signed_in({ personId })],
      audit: { subject: session.id, personId, detail: { method: "demo" } },
    };
  },
});
