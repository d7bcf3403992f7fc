/** The list of deals with filters in its address; nothing that is empty. */
export function dealsHref(search: Readonly<{ stage?: string; q?: string; cursor?: string }>): string {
  const query = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== "")).toString();
  return query === "" ? "/me/deals" : `/me/deals?${query}`;
}
