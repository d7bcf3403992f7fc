import type { FieldFault } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { splitMoney } from "../money/money-split";
import type { DealTerms, IsoDay } from "../state/deal";

/** The days a deal's own days are compared with: today, and the day on which its notice ends (or would, given today). */
export type ReportDays = Readonly<{ today: IsoDay; noticeEndsOn: IsoDay }>;

/**
 * What keeps terms that hold together from being reported, announced or amended, field by field; empty when nothing does. A
 * draft may still lack all of this. The days are compared as calendar days in UTC.
 */
export function reportFaults(terms: DealTerms, { today, noticeEndsOn }: ReportDays): readonly FieldFault[] {
  const { termFrom, termTo, reserveReleaseOn } = terms;
  const faults: FieldFault[] = [];
  const need = (path: string, met: boolean, message: string) => {
    if (!met) faults.push({ path, message });
  };
  need("gross", terms.grossMinor > 0n, "Enter what the licensee pays: an amount above zero.");
  need(
    "contributorShareBps",
    terms.grossMinor <= 0n || splitMoney(terms).poolMinor > 0n,
    "After Remit's fee nothing is left for contributors. Raise their share.",
  );
  need(
    "termTo",
    termTo === null || termTo >= today,
    `The term ended on ${termTo}. A deal is reported before its term ends: choose a later last day.`,
  );
  const earliest = yearsBefore(today, LIMITS.dealTermStartedYearsMax);
  need(
    "termFrom",
    termFrom >= earliest,
    `The term starts on ${termFrom}. It can start at most ${LIMITS.dealTermStartedYearsMax} years back: ${earliest} or later.`,
  );
  need(
    "reserveReleaseOn",
    !keepsBack(terms) || reserveReleaseOn !== null,
    "A reserve needs the day on which it is released. So does a cap: money left when every contributor is at the cap is added to the reserve.",
  );
  const open = termFrom > noticeEndsOn ? termFrom : noticeEndsOn;
  need(
    "reserveReleaseOn",
    !keepsBack(terms) || reserveReleaseOn === null || reserveReleaseOn > open,
    `The reserve cannot be released before the term starts and the notice ends. Choose a day after ${open}.`,
  );
  return faults;
}

/** True when some of the pool waits for the release day: by a reserve, or because a cap keeps it from everyone. */
function keepsBack({ reserveBps, capBps }: DealTerms): boolean {
  return reserveBps > 0 || capBps !== null;
}

/** The same day of an earlier year; 29 February counts as the 28th. */
function yearsBefore(day: IsoDay, years: number): IsoDay {
  const [year = 0] = day.split("-").map(Number);
  return `${String(year - years).padStart(4, "0")}${day.slice(4).replace("-02-29", "-02-28")}`;
}
