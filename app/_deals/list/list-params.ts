/** The filters of a list of deals, unparsed, from the query string. */
export type ListParams = Readonly<{
  state?: string | undefined;
  q?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  sort?: string | undefined;
  cursor?: string | undefined;
}>;

const NAMES = ["state", "q", "from", "to", "sort", "cursor"] as const;
export const SORTS = ["newest", "oldest", "title", "gross"] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type ListInput = {
  state?: string;
  q?: string;
  from?: string;
  to?: string;
  sort?: (typeof SORTS)[number];
  cursor?: string;
};

/** What the list query takes: nothing that is empty, and nothing an address could not have come by in our own form. */
export function listInput(search: ListParams): ListInput {
  const { state, q, from, to, cursor } = search;
  const sort = SORTS.find((name) => name === search.sort);
  return {
    ...(state ? { state } : {}),
    ...(q ? { q } : {}),
    ...(from && DAY.test(from) ? { from } : {}),
    ...(to && DAY.test(to) ? { to } : {}),
    ...(sort && sort !== "newest" ? { sort } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

export function listHref(base: string, search: ListParams): string {
  const query = new URLSearchParams(
    NAMES.flatMap((name) => (search[name] ? [[name, search[name] ?? ""]] : [])),
  ).toString();
  return query === "" ? base : `${base}?${query}`;
}

/** True when the list does not show everything. */
export const isFiltered = ({ state, q, from, to }: ListParams): boolean => Boolean(state || q || from || to);
