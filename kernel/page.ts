import { LIMITS } from "./limits";

/** One page of a list. `nextCursor` is null on the last page; a cursor is opaque and only good for the same list. */
export type Page<T> = Readonly<{ items: readonly T[]; nextCursor: string | null }>;

/** Clamps what a client asked for to what one page may hold. */
export function pageSize(asked: number | undefined): number {
  return Math.max(1, Math.min(asked ?? LIMITS.pageRowsDefault, LIMITS.pageRowsMax));
}

/** Turns `take + 1` rows into a page; `cursorOf` names the last row shown. */
export function toPage<T>(rows: readonly T[], take: number, cursorOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, take);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > take && last !== undefined ? cursorOf(last) : null };
}
