/** Days and spans of time. A day is a day in UTC: it has 24 hours everywhere and on every date. */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The last instant that an input may name: what holds before it holds whenever it starts. */
export const END_OF_TIME = new Date("9999-12-31T23:59:59.999Z");

/** Names the day of an instant: "2026-11-29". */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The first instant of a day. */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The first instant after a day: a period that includes the day ends before it. */
export function dayAfter(day: string): Date {
  return daysAfter(startOf(day), 1);
}

/** The instant that lies so many times 24 hours after another one, or before it where `days` is negative. */
export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

/** The instant that lies so many hours after another one, or before it where `hours` is negative. */
export function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR_MS);
}
