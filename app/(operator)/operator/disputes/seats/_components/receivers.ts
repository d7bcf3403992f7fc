/** The receivers that the form offers next to the ids of authors: all other authors, or a person given by id. */
export const THE_OTHERS = "others";
export const SOMEBODY = "somebody";

/** The receiver as the verb takes it: null for the other authors by their parts. A form that names nobody is refused there. */
export function receiverOf(form: FormData): FormDataEntryValue | null {
  const to = form.get("to") ?? SOMEBODY; // Without a choice to make, the form asks for the id alone.
  if (to === THE_OTHERS) return null;
  return to === SOMEBODY ? (form.get("personId") ?? "") : to;
}
