/**
 * The form of a server action. An action is a public address, so a caller can send anything instead of a form, or nothing.
 * That counts as an empty form, which every verb refuses in its own words.
 */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData();
}

declare const unread: unique symbol;
/** A parameter of an action that is bound on the server (`action.bind(null, where)`). Only the readers below take it apart. */
export type Bound<T> = T | typeof unread;

/** The bound parts of an action. The browser sends them back, so a caller can send anything, or nothing. */
export function partsOf(bound: unknown): Readonly<Record<string, unknown>> {
  // A value that only the browser has arrives as a function, and reading a part of it throws.
  return { __proto__: null, ...(typeof bound === "object" ? bound : null) } as Record<string, unknown>;
}

/** A text an action was bound to or called with; anything else is "", which no verb takes for an id. */
export function textOf(bound: unknown): string {
  return typeof bound === "string" ? bound : "";
}

/** The ids an action was bound to, by the names of their parts. */
export function idsOf<N extends string>(bound: unknown, ...names: readonly N[]): Readonly<Record<N, string>> {
  const parts = partsOf(bound);
  return Object.fromEntries(names.map((name) => [name, textOf(parts[name])])) as Record<N, string>;
}
