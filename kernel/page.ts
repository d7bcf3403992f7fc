import { DomainError } from "./errors";
import { LIMITS } from "./limits";

/** One page of a list. `nextCursor` is null on the last page; a cursor is opaque and only good for the same list. */
export type Page<T> = Readonly<{ items: readonly T[]; nextCursor: string | null }>;

/** What a caller reads when a cursor is not one of the list it was sent to. */
export const NOT_A_CURSOR =
  "This is not a cursor of this list. Send the `nextCursor` of the page before, unchanged.";

/** For a cursor that its own list refuses, such as one of another order of it. */
export function notACursor(): DomainError {
  return new DomainError("INVALID_INPUT", `cursor: ${NOT_A_CURSOR}`, {
    faults: [{ path: "cursor", message: NOT_A_CURSOR }],
  });
}

/** How many rows one page holds; the schema of every list has checked what was asked for (kernel/wire.ts). */
export function pageSize(asked: number | undefined): number {
  return asked ?? LIMITS.pageRowsDefault;
}

/**
 * Reads one page of a list. `read` gets how many rows to ask for, which is one more than the page shows: that row says
 * whether there is a next page. `cursorOf` names the last row shown.
 */
export async function readPage<T>(
  limit: number | undefined,
  read: (take: number) => Promise<readonly T[]>,
  cursorOf: (row: T) => string,
): Promise<Page<T>> {
  const take = pageSize(limit);
  return toPage(await read(take + 1), take, cursorOf);
}

/** Turns `take + 1` rows into a page; `cursorOf` names the last row shown. */
export function toPage<T>(rows: readonly T[], take: number, cursorOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, take);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > take && last !== undefined ? cursorOf(last) : null };
}

/** The cursor of a place in a list: the list's name and what its order is by, of the last row shown. */
export function writeCursor(list: string, place: readonly string[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify([list, ...place]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The place a cursor of this list names; null when it is none of this list. */
export function readCursor(list: string, cursor: string): readonly string[] | null {
  try {
    const text = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const parts: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!Array.isArray(parts) || !parts.every((part) => typeof part === "string")) return null;
    const [name, ...place] = parts;
    return name === list && writeCursor(list, place) === cursor ? place : null;
  } catch {
    return null; // not base64, not UTF-8 or not JSON
  }
}
