/**
 * The form an action was sent. An action is an address: whoever calls it by hand may send anything in the place of a form, or
 * nothing. That counts as a form in which nothing is filled in, which every verb refuses in its own words.
 */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}
