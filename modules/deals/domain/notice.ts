import { DomainError, type FieldFault } from "@/kernel/errors";
import type { Deal, DealTerms } from "./deal";
import { isDealField, SHOWN_FIELDS } from "./deal-diff";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A deal that includes people who never said yes must leave them this long to say no. */
export const PLATFORM_TERMS_NOTICE_DAYS_MIN = 7;

/** The notice window a deal gives when it starts at `at`: whole days of 24 hours, the end excluded. */
export function noticeWindow(
  terms: Pick<DealTerms, "noticeDays">,
  at: Date,
): { noticedAt: Date; noticeEndsAt: Date } {
  return { noticedAt: at, noticeEndsAt: new Date(at.getTime() + terms.noticeDays * DAY_MS) };
}

/** True from the first instant of the window up to, and not at, its end. */
export function noticeRunning(deal: Pick<Deal, "noticedAt" | "noticeEndsAt">, at: Date): boolean {
  return (
    deal.noticedAt !== null && deal.noticeEndsAt !== null && at >= deal.noticedAt && at < deal.noticeEndsAt
  );
}

/**
 * True while a contributor may object, join or undo: the window runs and the deal is noticed, or disputed out of that
 * state (a dispute between others takes nobody's right to answer).
 */
export function choiceOpen(deal: Deal, at: Date): boolean {
  const standing = deal.state === "disputed" ? deal.disputedFrom : deal.state;
  return standing === "noticed" && noticeRunning(deal, at);
}

/** True when a change of these fields changes what contributors were shown: their window starts anew. */
export function restartsNotice(changed: readonly string[]): boolean {
  return changed.some((field) => isDealField(field) && SHOWN_FIELDS.has(field));
}

/** Throws DEAL_NOTICE_RUNNING when a deal is about to be sealed before everybody had their time to answer. */
export function mustBeOver(deal: Deal, at: Date): void {
  if (!noticeRunning(deal, at)) return;
  throw new DomainError(
    "DEAL_NOTICE_RUNNING",
    `Contributors may still object or join until ${deal.noticeEndsAt?.toISOString()}; seal the deal after that.`,
    { detail: { noticeEndsAt: deal.noticeEndsAt?.toISOString() ?? null } },
  );
}

/** What a deal lacks to be reported, or to stay so when it is amended: field by field, empty when it is complete. */
export function incompleteness(terms: DealTerms, poolMinor: bigint): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const need = (path: string, met: boolean, message: string) => {
    if (!met) faults.push({ path, message });
  };
  need("gross", terms.grossMinor > 0n, "Say what the licensee pays: an amount above zero.");
  need(
    "contributorShareBps",
    terms.grossMinor === 0n || poolMinor > 0n,
    "After the operator's fee nothing is left for contributors; raise their share.",
  );
  need(
    "reserveReleaseOn",
    (terms.reserveBps === 0 && terms.capBps === null) || terms.reserveReleaseOn !== null,
    "A reserve needs the day on which it is released, and so does a cap: what it keeps from everyone is added to the reserve.",
  );
  return faults;
}
