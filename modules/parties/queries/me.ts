import { z } from "zod";
import { env } from "@/infra/env";
import { query } from "@/infra/query";
import { DomainError } from "@/kernel/errors";
import { secondStepOf } from "@/modules/identity/repository/second-step";
import { sessionsOf } from "@/modules/identity/repository/sessions";
import { identitiesOf } from "@/modules/identity/repository/sign-in-tokens";
import { membershipsOf } from "../repository/members";
import { findOrganisation } from "../repository/organisations";
import { findDemoPersonas, findPerson } from "../repository/people";
import { DemoPersona, Empty, Me, SessionList } from "../schema";
import { profileWire } from "../wire";

/** Who is asking: the person and their organisations, or the key and what it may do. */
export const whoAmI = query({
  name: "parties.who_am_i",
  scope: "parties:read",
  shows: "profile",
  input: Empty,
  output: Me,
  async run({ actor }) {
    switch (actor.kind) {
      case "anonymous":
      case "system":
        return { kind: actor.kind, person: null, memberships: [], scopes: null };
      case "user": {
        const [person, memberships] = await Promise.all([
          findPerson(actor.personId),
          membershipsOf(actor.personId),
        ]);
        return {
          kind: "user" as const,
          person: person === null ? null : profileWire(person),
          memberships,
          scopes: null,
        };
      }
      case "apiKey": {
        const person = actor.personId === null ? null : await findPerson(actor.personId);
        const { membership } = actor;
        const organisation = membership === null ? null : await findOrganisation(membership.organisationId);
        return {
          kind: "apiKey" as const,
          person: person === null ? null : profileWire(person),
          memberships:
            organisation === null || membership === null
              ? []
              : [
                  {
                    organisationId: organisation.id,
                    name: organisation.name,
                    kind: organisation.kind,
                    state: organisation.state,
                    role: membership.role,
                  },
                ],
          scopes: [...actor.scopes],
        };
      }
    }
  },
});

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
    if (actor.kind !== "user") throw new DomainError("NOT_SIGNED_IN", "Only a signed-in person has ways in.");
    const [person, providers, step] = await Promise.all([
      findPerson(actor.personId),
      identitiesOf(actor.personId),
      secondStepOf(actor.personId),
    ]);
    const secondStepSince = step?.confirmedAt.toISOString() ?? null;
    return { email: person?.email ?? null, providers, secondStepSince };
  },
});

/** The people one can "sign in as"; nobody outside the demo world. */
export const demoPersonas = query({
  name: "parties.demo_personas",
  scope: null,
  input: Empty,
  output: z.object({ items: z.array(DemoPersona) }),
  async run() {
    const people = env().REMIT_DEMO === "1" ? await findDemoPersonas() : [];
    return {
      items: people.map((person) => ({
        personId: person.id,
        name: person.name ?? person.email ?? person.id,
        persona: person.demoPersona ?? "",
        email: person.email,
      })),
    };
  },
});
