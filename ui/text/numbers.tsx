import { useLocale, useTranslations } from "next-intl";
import { bpsString, dateLocale, dateString, instantString, monthString, numberString } from "./format";

/**
 * A whole number, grouped. Takes what the wire carries: a number, a bigint or its decimal string. For programs it carries
 * the same ungrouped, and in `figure` which figure of what it is ("clearance.refused:clr_01…").
 */
export function NumberText({ value, figure }: { value: number | bigint | string; figure: string }) {
  return (
    <data value={String(value)} data-figure={figure} className="tabular-nums">
      {numberString(value, useLocale())}
    </data>
  );
}

/** Basis points as percent: 1250 → "12.5%". */
export function BpsText({ bps }: { bps: number | bigint }) {
  return <span className="whitespace-nowrap tabular-nums">{bpsString(bps, useLocale())}</span>;
}

type At = { at: string | Date };

/** A calendar day in UTC: "23 Nov 2026". */
export function DateText({ at }: At) {
  const locale = useLocale();
  return (
    <time dateTime={new Date(at).toISOString()} translate="no" className="whitespace-nowrap">
      {dateString(at, locale)}
    </time>
  );
}

/** A month in UTC: "Nov 2026". */
export function MonthText({ at }: At) {
  const locale = useLocale();
  return (
    <time dateTime={new Date(at).toISOString().slice(0, 7)} translate="no" className="whitespace-nowrap">
      {monthString(at, locale)}
    </time>
  );
}

/** An instant to the minute, in UTC and saying so; the exact one is in the title. */
export function InstantText({ at }: At) {
  const locale = useLocale();
  const exact = new Date(at).toISOString();
  return (
    <time dateTime={exact} title={exact} translate="no" className="sm:whitespace-nowrap">
      {instantString(at, locale)}
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
  const locale = useLocale();
  const t = useTranslations("ui.relative");
  const exact = new Date(at).toISOString();
  const seconds = Math.round((new Date(at).getTime() - new Date(now).getTime()) / 1000);
  const step = STEPS.find((s) => Math.abs(seconds) >= s.seconds);
  const words = new Intl.RelativeTimeFormat(dateLocale(locale), { numeric: "always" });
  return (
    <time dateTime={exact} title={exact} translate="no" className="whitespace-nowrap">
      {step === undefined
        ? t(seconds > 0 ? "soon" : "now")
        : words.format(wholeSteps(seconds / step.seconds), step.unit)}
    </time>
  );
}

/** What is past has fully passed; what is ahead is rounded, so that 14 days less a moment are 14 days. */
const wholeSteps = (steps: number): number => (steps < 0 ? Math.trunc(steps) : Math.round(steps));
