import { z } from "zod";
import { env } from "@/infra/env";
import { query } from "@/infra/verb/query";
import { membershipsOf } from "../repository/members";
import { findOrganisation } from "../repository/organisations";
import { findDemoPersonas, findPerson } from "../repository/people";
import { DemoPersona, Empty, Me } from "../schema";
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
