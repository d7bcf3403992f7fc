import type { DealView } from "@/modules/deals/schema";
import { Definitions } from "@/ui/definition";
import { DateText } from "@/ui/numbers";
import {
  BASIS_NAMES,
  days,
  PURPOSE_NAMES,
  percent,
  USE_NAMES,
  WEIGHTING_NAMES,
  WEIGHTS_NAMES,
} from "./words.client";

type Terms = Pick<
  DealView,
  | "licensee"
  | "uses"
  | "weights"
  | "purpose"
  | "attribution"
  | "distillation"
  | "exclusive"
  | "termFrom"
  | "termTo"
  | "basis"
  | "weighting"
  | "capBps"
  | "noticeDays"
  | "escheatYears"
  | "escheatTo"
>;

/** What a deal says besides its money, in words. */
export function DealTerms({ deal }: { deal: Terms }) {
  return (
    <Definitions
      items={[
        { term: "Licensee", value: deal.licensee.name },
        { term: "May use it for", value: deal.uses.map((use) => USE_NAMES[use]).join(", ") },
        { term: "Purpose", value: PURPOSE_NAMES[deal.purpose] },
        { term: "Weights", value: WEIGHTS_NAMES[deal.weights] },
        {
          term: "Attribution",
          value: deal.attribution ? "Contributors are named as the source" : "Not promised",
        },
        {
          term: "Distillation",
          value: deal.distillation
            ? "Further models may be trained on the model’s output"
            : "No models may be trained on the model’s output",
        },
        { term: "Exclusive", value: deal.exclusive ? "Yes, to this licensee alone" : "No" },
        {
          term: "Term",
          value: (
            <>
              <DateText at={deal.termFrom} /> to{" "}
              {deal.termTo ? <DateText at={deal.termTo} /> : "no fixed end"}
            </>
          ),
        },
        { term: "Who is in", value: BASIS_NAMES[deal.basis] },
        {
          term: "How it is split",
          value: WEIGHTING_NAMES[deal.weighting],
          hint: deal.capBps === null ? undefined : `Nobody gets more than ${percent(deal.capBps)}.`,
        },
        {
          term: "Notice to contributors",
          value: deal.noticeDays === 0 ? "None: nobody is in without a yes" : days(deal.noticeDays),
        },
        {
          term: "Unclaimed money",
          value: `Kept for ${deal.escheatYears} years, then goes to ${deal.escheatTo}, with notice`,
        },
      ]}
    />
  );
}
