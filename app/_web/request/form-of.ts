/**
 * The form of a server action. An action is a public address, so a caller can send anything instead of a form, or nothing.
 * That counts as an empty form, which every verb refuses in its own words.
 */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}
