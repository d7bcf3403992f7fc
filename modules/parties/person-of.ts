import { findPerson } from "./repository/people";

/** What other capabilities may know of a person, to name them on a page or to write to them; null when unknown. */
export async function personOf(
  id: string,
): Promise<Readonly<{ id: string; name: string | null; email: string | null }> | null> {
  const person = await findPerson(id);
  return person === null ? null : { id: person.id, name: person.name, email: person.email };
}
