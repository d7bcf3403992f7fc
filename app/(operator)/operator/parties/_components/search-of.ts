/** The named parts of a page's address; empty and repeated ones are as if not given. */
export function searchOf<T extends string>(
  search: Readonly<Record<string, string | string[] | undefined>>,
  names: readonly T[],
): Partial<Record<T, string>> {
  const found: Partial<Record<T, string>> = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") found[name] = value;
  }
  return found;
}
