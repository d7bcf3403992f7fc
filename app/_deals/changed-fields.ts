import type { FieldsOf } from "@/app/_web/action";
import type { DealView } from "@/modules/deals/schema";
import { shownDecimal } from "./deal-form-data.client";
import { dealValues } from "./deal-form-values";

/** What the deal form's fields would say about the deal as it is stored, as the page's language writes numbers. */
export const changedFields =
  (locale: string): FieldsOf =>
  (current) => {
    const values = dealValues(current as unknown as DealView);
    const { contributorShare, reserve, cap, gross, licenseeId, uses, ...rest } = values;
    const flags = {
      attribution: values.attribution,
      distillation: values.distillation,
      exclusive: values.exclusive,
    };
    const plain = Object.entries({ ...rest, licenseeId: licenseeId ?? "" });
    const numbers = {
      contributorShareBps: contributorShare,
      reserveBps: reserve,
    };
    return {
      ...Object.fromEntries(plain.map(([name, value]) => [name, [String(value)]])),
      ...Object.fromEntries(
        Object.entries({ ...numbers, capBps: cap, gross }).map(([name, value]) => [
          name,
          [shownDecimal(value, locale)],
        ]),
      ),
      ...Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, value ? ["on"] : []])),
      uses,
    };
  };
