/** The part of an address that names the filters a page was shown without; the page's own filters never have this name. */
const LEFT_OUT = "not-understood";

/**
 * The page's address without the filters at fault, which it names; null if no filter is to blame. `faults` are paths of
 * fields (`state`, `q.0`); without any, all filters are left out. Each new address has fewer filters, so redirects end.
 */
export function withoutFilters(address: string, faults: readonly string[]): string | null {
  const [path = "/", query = ""] = address.split("?", 2);
  const search = new URLSearchParams(query);
  const before = leftOut(search);
  search.delete(LEFT_OUT);
  const fields = new Set(faults.map((fault) => fault.split(".")[0] ?? fault));
  const blamed = [...new Set(search.keys())].filter((name) => fields.size === 0 || fields.has(name));
  if (blamed.length === 0) return null;
  for (const name of blamed) search.delete(name);
  search.set(LEFT_OUT, [...new Set([...before, ...blamed])].join(","));
  return `${path}?${search}`;
}

/** The filters this page was shown without, as its address names them. */
export function leftOut(search: Pick<URLSearchParams, "get">): readonly string[] {
  return (search.get(LEFT_OUT) ?? "").split(",").filter((name) => name !== "");
}
