import { z } from "zod";
import { command } from "@/infra/verb/command";
import { DomainError, notFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { PartyEvents } from "../events";
import { findPersonByEmail, insertPerson, type PersonRow } from "../repository/people";
import { RegisterPerson } from "../schema";

/**
 * Creates a person, at their first sign-in or when the demo world is set up. Jobs only (a sign-in is one), because the caller
 * vouches for the e-mail address.
 */
export const registerPerson = command({
  name: "parties.register_person",
  scope: null,
  input: RegisterPerson,
  output: z.object({ id: z.string() }),
  async run({ tx, actor, now }, { email, name, image, locale, emailVerified, demoPersona }) {
    if (actor.kind !== "system") throw notFound("page");
    if (email !== null && (await findPersonByEmail(email, tx)) !== null)
      throw new DomainError("EMAIL_TAKEN", "This e-mail address is already in use.");
    const person: PersonRow = {
      id: newId("person", now),
      email,
      emailVerified: email !== null && emailVerified ? now : null,
      name: name ?? null,
      image: image ?? null,
      locale,
      demoPersona: demoPersona ?? null,
      createdAt: now,
      deletedAt: null,
    };
    await insertPerson(tx, person);
    return {
      value: { id: person.id },
      events: [PartyEvents.person_registered({ personId: person.id })],
      audit: { subject: person.id, personId: person.id },
    };
  },
});
