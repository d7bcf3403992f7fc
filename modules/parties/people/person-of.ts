import type { Tx } from "@/infra/db/db";
import { normaliseEmail } from "../domain/names";
import { findPeople, findPerson, findPersonByEmail, type PersonRow } from "../repository/people";

export type PersonFacts = Readonly<{
  id: string;
  name: string | null;
  email: string | null;
  /** The language they read, such as "de". */
  locale: string;
  /** They have deleted their account: there is no name to show and nobody to write to. */
  left: boolean;
  /** Which persona of the demo world they are; null for real people. */
  demoPersona: string | null;
}>;

/** What other capabilities may know of a person, to name them on a page or to write to them; null when unknown. */
export async function personOf(id: string, tx?: Pick<Tx, "prisma">): Promise<PersonFacts | null> {
  const person = await findPerson(id, tx);
  return person === null ? null : facts(person);
}

/** The same for many people in one read (lists), by id; unknown ids are absent. */
export async function peopleOf(ids: readonly string[]): Promise<ReadonlyMap<string, PersonFacts>> {
  if (ids.length === 0) return new Map();
  return new Map((await findPeople(ids)).map((person) => [person.id, facts(person)]));
}

/** The same by their address, which is written in one way only: lower case. */
export async function personWithEmail(email: string, tx?: Pick<Tx, "prisma">): Promise<PersonFacts | null> {
  const person = await findPersonByEmail(normaliseEmail(email), tx);
  return person === null ? null : facts(person);
}

const facts = ({ id, name, email, locale, deletedAt, demoPersona }: PersonRow): PersonFacts => ({
  id,
  name,
  email,
  locale,
  left: deletedAt !== null,
  demoPersona,
});
