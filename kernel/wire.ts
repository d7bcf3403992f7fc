import { z } from "zod";
import { LIMITS } from "./limits";
import { NOT_A_CURSOR, readCursor, writeCursor } from "./page";
import { readable } from "./readable";
import { textFault } from "./text";

/**
 * What many inputs have in common, each written once: the pages of lists, words that people read, days and instants. Schemas only: this is the one
 * file of the kernel that knows zod, since schema.ts files are shipped to the browser and may import nothing else.
 */

const YEARS = { first: 1900, last: 9999 };
const RANGE = `from the years ${YEARS.first} to ${YEARS.last}`;
const isYear = (year: number) => year >= YEARS.first && year <= YEARS.last;
const inRange = (day: string) => isYear(Number(day.slice(0, 4)));
// In UTC, which is what is stored: an offset can move the last day of 9999 into the year 10000, which no reader can show.
const inRangeUtc = (instant: string) => isYear(new Date(instant).getUTCFullYear());

/** Words that other people read, without what nobody sees. `needed` is said when they are shorter than `min`. */
export const readableText = (max: number, needed: string, min = 1) =>
  z.string().trim().min(min, needed).max(max).superRefine(readable);

/** A day that is in the calendar, as YYYY-MM-DD, within the years that the database and every reader can show. */
export const Day = z.iso
  .date({
    abort: true, // a text that is no day has no year either
    error: ({ input }) =>
      typeof input === "string" && /^\d{4}-\d{2}-\d{2}$/.test(input)
        ? `There is no such day. Give a day ${RANGE} as YYYY-MM-DD.`
        : `Give a day as YYYY-MM-DD, such as 2027-01-31.`,
  })
  .refine(inRange, `Give a day ${RANGE}.`);

/** An instant with its zone, within the same years in UTC. */
export const Instant = z.iso
  .datetime({ offset: true, abort: true, error: "Give an instant such as 2026-11-23T12:00:00Z." })
  .refine(inRangeUtc, `Give an instant ${RANGE}.`);

/** An instant in an answer. */
export const InstantText = z.string().describe("UTC instant, ISO 8601");

/** A bound of a period; empty: none, as a form sends it. */
export const DayOrInstant = z
  .string()
  .trim()
  .pipe(
    z.union(
      [z.literal(""), Day, Instant],
      "Give a day that exists (2026-01-31) or an instant (2026-01-31T12:00:00Z).",
    ),
  );

/** What a cursor is made of: each part is text, and is read as the list's order needs it. */
const PART = {
  id: z.string().min(1).max(100),
  text: z.string().max(LIMITS.nameCharsMax),
  number: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform((text) => BigInt(text)),
  instant: Instant.transform((text) => new Date(text)),
};
type PartKind = keyof typeof PART;
type PartOf<K extends PartKind> = z.output<(typeof PART)[K]>;
type PlaceOf<K extends readonly PartKind[]> = { [I in keyof K]: PartOf<K[I]> };

const CURSOR = {
  type: "string",
  description: "The `nextCursor` of the page before; left out or empty: the first page.",
};
const LIMIT = {
  type: "integer",
  minimum: 1,
  maximum: LIMITS.pageRowsMax,
  default: LIMITS.pageRowsDefault,
  description: "Items of one page.",
};
const LIMIT_RULE = `Give a whole number from 1 to ${LIMITS.pageRowsMax}.`;

const Limit = z
  .union([z.string(), z.number()], LIMIT_RULE)
  .transform((asked, context) => {
    if (asked === "") return undefined;
    const rows = typeof asked === "string" && !/^\d{1,9}$/.test(asked) ? Number.NaN : Number(asked);
    if (Number.isInteger(rows) && rows >= 1 && rows <= LIMITS.pageRowsMax) return rows;
    context.addIssue({ code: "custom", message: LIMIT_RULE });
    return undefined;
  })
  .optional()
  .meta({ wire: LIMIT });

/**
 * The contract of one list: `ask` has the fields a caller may send (`cursor`, `limit`), `write` names the last row shown.
 * `kinds` are the parts of the list's order, the id last. An empty cursor is the first page; any text but this list's own
 * cursors is refused, so that no page is silently wrong.
 */
export function listOrder<const K extends readonly PartKind[]>(list: string, kinds: K) {
  const cursor = z
    .string("A cursor is text.")
    .transform((text, context): PlaceOf<K> | undefined => {
      if (text === "") return undefined;
      const place = placeOf(list, kinds, text);
      if (place === null) context.addIssue({ code: "custom", message: NOT_A_CURSOR });
      return place ?? undefined;
    })
    .optional()
    .meta({ wire: CURSOR });
  return {
    ask: { cursor, limit: Limit },
    write: (...place: { [I in keyof K]: string }) => writeCursor(list, place),
  };
}

function placeOf<K extends readonly PartKind[]>(list: string, kinds: K, cursor: string): PlaceOf<K> | null {
  const texts = readCursor(list, cursor);
  if (texts?.length !== kinds.length || texts.some((text) => textFault(text) !== null)) return null;
  const parts = kinds.map((kind, index) => PART[kind].safeParse(texts[index]));
  return parts.every((part) => part.success) ? (parts.map(({ data }) => data) as PlaceOf<K>) : null;
}
