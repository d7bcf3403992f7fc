/** The filters of a list of deals as they stand in the address. */
export type ListParams = Readonly<{
  state?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
}>;

/** What the list query takes: nothing that is empty. */
export function listInput({ state, q, cursor }: ListParams): { state?: string; q?: string; cursor?: string } {
  return { ...(state ? { state } : {}), ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) };
}

export function listHref(base: string, search: ListParams): string {
  const query = new URLSearchParams(listInput(search)).toString();
  return query === "" ? base : `${base}?${query}`;
}
