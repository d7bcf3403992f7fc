import { DomainError } from "@/kernel/errors";
import { daysAfter } from "@/kernel/time";
import { isDealField, SHOWN_FIELDS } from "../terms/deal-fields";
import type { Deal, DealTerms } from "./deal";

/** A deal that includes people who never said yes must leave them this long to say no. */
export const PLATFORM_TERMS_NOTICE_DAYS_MIN = 7;

/** The notice window a deal gives when it starts at `at`: whole days of 24 hours, the end excluded. */
export function noticeWindow(
  terms: Pick<DealTerms, "noticeDays">,
  at: Date,
): { noticedAt: Date; noticeEndsAt: Date } {
  return { noticedAt: at, noticeEndsAt: daysAfter(at, terms.noticeDays) };
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

/** True if contributors were shown one of these fields: a change of it starts their window again. */
export function restartsNotice(changed: readonly string[]): boolean {
  return changed.some((field) => isDealField(field) && SHOWN_FIELDS.has(field));
}

/** Throws DEAL_NOTICE_RUNNING when a deal is about to be sealed before everybody had their time to answer. */
export function mustBeOver(deal: Deal, at: Date): void {
  if (!noticeRunning(deal, at)) return;
  throw new DomainError(
    "DEAL_NOTICE_RUNNING",
    `Contributors can still object or join until ${deal.noticeEndsAt?.toISOString()}. Seal the deal after that.`,
    { detail: { noticeEndsAt: deal.noticeEndsAt?.toISOString() ?? null } },
  );
}
