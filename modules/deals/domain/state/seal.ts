import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { hoursAfter } from "@/kernel/time";
import type { Deal } from "./deal";

/** The last instant at which a deal can be sealed with a clearance as of `asOf`. */
export function sealableUntil(asOf: Date): Date {
  return hoursAfter(asOf, LIMITS.clearanceAgeAtSealHours);
}

/** The clearance a deal is about to be sealed with, and whether anybody's answer to the deal took effect after it. */
export type Counted = Readonly<{ asOf: Date; answeredSince: boolean; now: Date }>;

/**
 * Throws when the clearance would leave out what people said: ALLOCATION_NOT_SEALABLE when it is from before the notice ended
 * or an answer took effect after it, CLEARANCE_TOO_OLD when terms have had too long to change since.
 */
export function mustCountEverybody(
  { noticeEndsAt }: Pick<Deal, "noticeEndsAt">,
  { asOf, answeredSince, now }: Counted,
): void {
  if (noticeEndsAt !== null && asOf < noticeEndsAt)
    throw notSealable(
      "cleared_too_early",
      "The clearance was made before the notice period ended, so objections may be missing. Clear and split again.",
    );
  if (answeredSince)
    throw notSealable(
      "answered_since",
      "An answer to this deal took effect after the clearance. Clear and split again.",
    );
  const until = sealableUntil(asOf);
  if (now > until)
    throw new DomainError(
      "CLEARANCE_TOO_OLD",
      `This clearance could be sealed until ${until.toISOString()}, ${LIMITS.clearanceAgeAtSealHours} hours after its instant: terms may have changed since. Clear and split again; it takes a moment.`,
      { detail: { asOf: asOf.toISOString(), sealableUntil: until.toISOString() } },
    );
}

function notSealable(because: string, message: string): DomainError {
  return new DomainError("ALLOCATION_NOT_SEALABLE", message, { detail: { because } });
}
