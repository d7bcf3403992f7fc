import { DomainError } from "@/kernel/errors";

type Place = Readonly<{ at: Date; id: bigint }>;

const refuse = (): never => {
  throw new DomainError("INVALID_INPUT", "cursor: use the `nextCursor` of the page before, unchanged.", {
    faults: [{ path: "cursor", message: "not a cursor of this list" }],
  });
};

/** A place in a list ordered by instant, then number. */
export function cursorOf(at: Date, id: bigint): string {
  return `${at.getTime()}.${id}`;
}

/** The place a cursor names; null without one. Refuses what is not a cursor (INVALID_INPUT). */
export function readCursor(cursor: string | undefined): Place | null {
  if (cursor === undefined || cursor === "") return null;
  const match = /^(\d{1,15})\.(\d{1,18})$/.exec(cursor);
  if (match?.[1] === undefined || match[2] === undefined) return refuse();
  return { at: new Date(Number(match[1])), id: BigInt(match[2]) };
}

/** A cursor that is a journal or line number; null without one. */
export function readNumberCursor(cursor: string | undefined): bigint | null {
  if (cursor === undefined || cursor === "") return null;
  return /^\d{1,18}$/.test(cursor) ? BigInt(cursor) : refuse();
}
