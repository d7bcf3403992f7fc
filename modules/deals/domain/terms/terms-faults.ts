import type { FieldFault } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import type { DealTerms } from "../state/deal";
import { PLATFORM_TERMS_NOTICE_DAYS_MIN } from "../state/notice";

/**
 * What is wrong with these terms, field by field; empty when nothing is. Shapes of single fields are the schema's;
 * here stand the rules between fields and those that hold for a draft too.
 */
export function termsFaults(terms: DealTerms): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const refuse = (path: string, when: boolean, message: string) => {
    if (when) faults.push({ path, message });
  };
  refuse(
    "gross",
    terms.grossMinor < 0n || terms.grossMinor > BigInt(LIMITS.dealGrossMinorMax),
    `The gross amount is between 0 and ${LIMITS.dealGrossMinorMax.toLocaleString("en")} minor units.`,
  );
  faults.push(...sharesFaults(terms));
  refuse("uses", terms.uses.length === 0, "Choose at least one use.");
  refuse("uses", new Set(terms.uses).size < terms.uses.length, "Name each use once.");
  refuse(
    "termTo",
    terms.termTo !== null && terms.termTo < terms.termFrom,
    "The term ends before it starts. Choose a later last day.",
  );
  refuse(
    "noticeDays",
    terms.basis === "platform_terms" && terms.noticeDays < PLATFORM_TERMS_NOTICE_DAYS_MIN,
    `A deal on platform terms includes people who never said yes, so they get at least ${PLATFORM_TERMS_NOTICE_DAYS_MIN} days to say no.`,
  );
  return faults;
}

/** What is wrong with the shares of these rules, be they a deal's own or tried in their place; empty when nothing is. */
export function sharesFaults(
  rules: Pick<DealTerms, "contributorShareBps" | "operatorFeeBps" | "reserveBps">,
): readonly FieldFault[] {
  const most = LIMITS.dealReserveBpsMax / 100;
  const faults: FieldFault[] = [];
  if (rules.operatorFeeBps > rules.contributorShareBps)
    faults.push({
      path: "contributorShareBps",
      because: "share_below_fee",
      message: "Remit's fee is larger than the contributors' part it is taken from. Raise their part.",
      facts: { fee: rules.operatorFeeBps / 100 },
    });
  if (rules.reserveBps > LIMITS.dealReserveBpsMax)
    faults.push({
      path: "reserveBps",
      because: "reserve_beyond",
      message: `At most ${most}% of the pool can be held in reserve.`,
      facts: { most },
    });
  return faults;
}
