/** How a manifest's times are written: told apart cell by cell, or declared to be one of the two. */
export type TimesAre = "auto" | "epoch_seconds" | "iso_8601";

export type TimeFault =
  | "date_unreadable"
  | "date_zone_named"
  | "date_in_milliseconds"
  | "date_before_1970"
  | "date_in_future";

/** What a time was written in. `day_number`: seconds, but so few that they may be a spreadsheet's day or a day like 20240131. */
export type TimeUnit = "iso" | "seconds" | "milliseconds" | "microseconds" | "nanoseconds" | "day_number";
export type TimeReading = Readonly<{ micros: bigint; unit: TimeUnit }> | Readonly<{ fault: TimeFault }>;

const NUMBER = /^([+-]?)(\d{1,20})(?:\.(\d+))?$/;
const DATE = String.raw`(\d{4})(-?)(\d{2})\2(\d{2})`;
const CLOCK = String.raw`(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?`;
const ZONE = String.raw`(?:Z|UTC|GMT|([+\u2212-])(\d{2})(?::?(\d{2}))?)`;
const ISO = new RegExp(`^${DATE}(?:(?:T| +)${CLOCK}(?: *${ZONE}(\\[[^\\]]*\\])?)?)?$`, "i");
const NAMED = new RegExp(`^${DATE}(?:T| +)${CLOCK} *(?:[A-Za-z][A-Za-z0-9_+/-]*|\\[[^\\]]*\\])$`, "i");

/**
 * When something was written, in microseconds since 1970, from the text of one cell and nothing else. Numbers are seconds, or by
 * their size milliseconds (from 10^11), microseconds (from 10^14) or nanoseconds (from 10^17). Dates are those of ISO 8601 with four
 * digits of a year, extended or basic, down to the hour; without a zone they are UTC. `latest`: what is later is in the future.
 * The engine reads plain forms by the same rules (engine/plain-cells.ts); a property test holds the two together.
 */
export function readTime(text: string, are: TimesAre, latest: bigint): TimeReading {
  const number = are === "iso_8601" ? null : NUMBER.exec(text);
  const found =
    number !== null ? ofNumber(number, are) : are === "epoch_seconds" ? UNREADABLE : ofIso(text, are);
  if ("fault" in found) return found;
  if (found.micros < 0n) return { fault: "date_before_1970" };
  return found.micros > latest ? { fault: "date_in_future" } : found;
}

const UNREADABLE = { fault: "date_unreadable" } as const;

const SCALES = [
  { below: 10n ** 11n, unit: "seconds", nanos: 10n ** 9n },
  { below: 10n ** 14n, unit: "milliseconds", nanos: 10n ** 6n },
  { below: 10n ** 17n, unit: "microseconds", nanos: 10n ** 3n },
  { below: 10n ** 20n, unit: "nanoseconds", nanos: 1n },
] as const;

function ofNumber([, sign = "", whole = "", fraction = ""]: RegExpExecArray, are: TimesAre): TimeReading {
  const count = BigInt(whole);
  if (sign === "-" && /[1-9]/.test(whole + fraction)) return { fault: "date_before_1970" };
  const scale = SCALES.find(({ below }) => count < below);
  if (scale === undefined) return UNREADABLE;
  if (scale.unit !== "seconds" && are === "epoch_seconds") return { fault: "date_in_milliseconds" };
  const part = (BigInt(fraction.padEnd(9, "0").slice(0, 9)) * scale.nanos) / 10n ** 9n;
  const micros = (count * scale.nanos + part) / 1000n;
  return { micros, unit: scale.unit === "seconds" && isDayNumber(count) ? "day_number" : scale.unit };
}

/** A spreadsheet's day (1 is 1900-01-01), or a day written as one number. */
const isDayNumber = (count: bigint): boolean =>
  (count > 0n && count < 100_000n) || (count >= 19_700_101n && count < 21_000_000n && isDay(String(count)));

const isDay = (digits: string): boolean =>
  dayOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)) !== null;

function ofIso(text: string, are: TimesAre): TimeReading {
  const found = ISO.exec(text);
  if (found === null)
    return NAMED.test(text) && !/[ap]m$/i.test(text) ? { fault: "date_zone_named" } : UNREADABLE;
  const [
    ,
    y = "",
    dash,
    m = "",
    d = "",
    hour,
    minute = "0",
    second = "0",
    fraction = "",
    sign,
    zh = "0",
    zm = "0",
  ] = found;
  if (hour === undefined && dash === "" && are !== "iso_8601") return UNREADABLE;
  const day = dayOf(y, m, d);
  const seconds = clockOf(Number(hour ?? "0"), Number(minute), Number(second));
  if (day === null || seconds === null || Number(zh) > 23 || Number(zm) > 59) return UNREADABLE;
  const offset = (Number(zh) * 60 + Number(zm)) * 60 * (sign === undefined ? 0 : sign === "+" ? 1 : -1);
  const micros =
    BigInt(day / 1000 + seconds - offset) * 1_000_000n + BigInt(fraction.padEnd(6, "0").slice(0, 6));
  return { micros, unit: "iso" };
}

/** Midnight of a day in milliseconds since 1970, or null where the calendar has no such day. */
function dayOf(year: string, month: string, day: string): number | null {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
    ? date.getTime()
    : null;
}

/** Seconds since midnight; 24:00 is the end of a day, and a leap second the beginning of the next one. */
function clockOf(hour: number, minute: number, second: number): number | null {
  const seconds = (hour * 60 + minute) * 60 + second;
  if (hour === 24) return seconds === 86_400 ? seconds : null;
  const isLeap = second === 60 && minute === 59;
  return hour < 24 && minute < 60 && (second < 60 || isLeap) ? seconds : null;
}
