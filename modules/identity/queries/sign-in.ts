import { z } from "zod";
import { query } from "@/infra/verb/query";
import { DomainError } from "@/kernel/errors";
import { personOf } from "@/modules/parties/people/person-of";
import { Empty } from "@/modules/parties/schema";
import { secondStepOf } from "../repository/second-step";
import { sessionsOf } from "../repository/sessions";
import { identitiesOf } from "../repository/sign-in-tokens";
import { SessionList } from "../schema";

/** Where one is signed in. Keys have no sessions and may not look. */
export const mySessions = query({
  name: "parties.my_sessions",
  scope: "parties:read",
  input: Empty,
  output: SessionList,
  async run({ actor, now }) {
    if (actor.kind !== "user")
      throw new DomainError("NOT_SIGNED_IN", "Only a signed-in person has sessions.");
    const [sessions, step] = await Promise.all([
      sessionsOf(actor.personId, now),
      secondStepOf(actor.personId),
    ]);
    return {
      items: sessions.map((session) => ({
        id: session.id,
        userAgent: session.userAgent,
        signedInAt: session.signedInAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        expiresAt: session.expires.toISOString(),
        current: session.id === actor.sessionId,
        waiting: step !== null && session.secondStepAt === null,
      })),
    };
  },
});

/** The ways in one has: the mailed link always, the providers that were connected, and whether a second step follows. */
export const mySignInMethods = query({
  name: "parties.my_sign_in_methods",
  scope: "parties:read",
  input: Empty,
  output: z.object({
    email: z.string().nullable(),
    providers: z.array(z.string()),
    secondStepSince: z.string().nullable(),
  }),
  async run({ actor }) {
    if (actor.kind !== "user")
      throw new DomainError("NOT_SIGNED_IN", "Only a signed-in person has ways to sign in.");
    const [person, providers, step] = await Promise.all([
      personOf(actor.personId),
      identitiesOf(actor.personId),
      secondStepOf(actor.personId),
    ]);
    const secondStepSince = step?.confirmedAt.toISOString() ?? null;
    return { email: person?.email ?? null, providers, secondStepSince };
  },
});
