import { decimalText, grouped } from "./decimal";

/** A whole number, grouped. Takes what the wire carries: a number, a bigint or its decimal string. */
export function NumberText({ value }: { value: number | bigint | string }) {
  const text = String(value);
  const negative = text.startsWith("-");
  return (
    <span className="tabular-nums">
      {negative ? "\u2212" : ""}
      {grouped(negative ? text.slice(1) : text)}
    </span>
  );
}

/** Basis points as percent: 1250 → "12.5 %". */
export function BpsText({ bps }: { bps: number | bigint }) {
  const text = decimalText(BigInt(bps), { decimals: 2, decimalsMin: 0, signed: false });
  return <span className="whitespace-nowrap tabular-nums">{text}&nbsp;%</span>;
}

const DAY = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
});

type At = { at: string | Date };

/** A calendar day in UTC: "23 Nov 2026". */
export function DateText({ at }: At) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} className="whitespace-nowrap">
      {DAY.format(date)}
    </time>
  );
}

/** An instant to the minute, in UTC and saying so; the exact one is in the title. */
export function InstantText({ at }: At) {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()} className="whitespace-nowrap">
      {DAY.format(date)}, {CLOCK.format(date)} UTC
    </time>
  );
}

const STEPS = [
  { seconds: 86_400, unit: "day" },
  { seconds: 3_600, unit: "hour" },
  { seconds: 60, unit: "minute" },
] as const;

/** How far an instant is from `now` (the server's): "in 6 days", "3 hours ago". The exact one is in the title. */
export function RelativeText({ at, now }: At & { now: string | Date }) {
  const date = new Date(at);
  const seconds = Math.round((date.getTime() - new Date(now).getTime()) / 1000);
  const step = STEPS.find((s) => Math.abs(seconds) >= s.seconds);
  const words = new Intl.RelativeTimeFormat("en-GB", { numeric: "always" });
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()} className="whitespace-nowrap">
      {step === undefined
        ? seconds > 0
          ? "in less than a minute"
          : "just now"
        : words.format(Math.trunc(seconds / step.seconds), step.unit)}
    </time>
  );
}
