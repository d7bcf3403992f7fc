import { DAY_MS, dayOf } from "@/kernel/time";

/**
 * The newest digest period that is over at `now`: what happened before `end` is in it. Days end at midnight UTC, weeks at
 * the midnight before Monday. After a standstill only the newest is made, and it takes in all that was missed.
 */
export function endedPeriod(cadence: "daily" | "weekly", now: Date): Readonly<{ end: Date; name: string }> {
  const day = Math.floor(now.getTime() / DAY_MS);
  const sinceMonday = (day + 3) % 7; // day 0, 1 January 1970, was a Thursday
  const end = new Date((cadence === "daily" ? day : day - sinceMonday) * DAY_MS);
  return { end, name: `${cadence}:${dayOf(end)}` };
}
