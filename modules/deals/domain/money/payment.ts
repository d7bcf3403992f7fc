import type { FieldFault } from "@/kernel/errors";
import { majorText } from "@/kernel/money";
import type { Deal, IsoDay } from "../state/deal";

/** What the operator read on the bank statement: the amount in minor units of the deal's currency, the day it was credited. */
export type Payment = Readonly<{ reference: string; receivedMinor: bigint; valueDate: IsoDay }>;

/**
 * A bank's reference as it is compared: letters and digits alone, in one case, so that "RF18 5390-0754" and "rf1853900754" are
 * one payment. Empty when it holds neither.
 */
export function referenceKey(reference: string): string {
  return reference
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase();
}

/** What keeps this payment from being the deal's, field by field; empty when nothing does. Days are calendar days in UTC. */
export function paymentFaults(
  deal: Pick<Deal, "currency" | "grossMinor" | "reportedAt">,
  { reference, receivedMinor, valueDate }: Payment,
  today: IsoDay,
): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const text = (minor: bigint) => `${majorText({ currency: deal.currency, minor })} ${deal.currency}`;
  if (referenceKey(reference) === "")
    faults.push({
      path: "reference",
      message: "Enter the reference as the statement shows it, with letters or digits.",
    });
  const difference = receivedMinor - deal.grossMinor;
  if (difference !== 0n)
    faults.push({
      path: "received",
      message: `The deal's price is ${text(deal.grossMinor)}; ${text(receivedMinor)} is ${text(difference < 0n ? -difference : difference)} too ${difference < 0n ? "little" : "much"}. Only the exact amount can be confirmed: settle the difference with the licensee first.`,
    });
  const reported = deal.reportedAt?.toISOString().slice(0, 10) ?? today;
  if (valueDate > today) faults.push({ path: "valueDate", message: "The value date is in the future." });
  else if (valueDate < reported)
    faults.push({
      path: "valueDate",
      message: `The value date is before the deal was reported (${reported}), so this payment is for something else.`,
    });
  return faults;
}
