import type { PersonFacts } from "@/modules/parties/people/person-of";

/** What somebody types to say that they mean it: their own address, their name without one, their id without either. */
export function confirmWith({ id, name, email }: Pick<PersonFacts, "id" | "name" | "email">): string {
  return email ?? name ?? id;
}

/** Whether it was typed; capitals and blanks around it do not matter. */
export function isConfirmed(person: Pick<PersonFacts, "id" | "name" | "email">, typed: string): boolean {
  const plain = (text: string) => text.normalize("NFC").trim().toLowerCase();
  return plain(typed) === plain(confirmWith(person));
}
