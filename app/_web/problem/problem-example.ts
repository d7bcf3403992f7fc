import { parseInput } from "@/infra/verb/parse";
import { mustCountEverybody } from "@/modules/deals/domain/state/seal";
import { ListDealsRequest } from "@/modules/deals/schema/deal";
import { type Problem, problemOf } from "./problem";

const REQUEST_ID = "0b8f4c4e-6f0a-4c4a-9f57-0f5b8f2a1c11";

/** Refusals as the API gives them: made by the code that refuses, so that what the page shows is never out of date. */
export const EXAMPLES: Readonly<Record<"field" | "reason", Problem>> = {
  field: refusalOf(() => parseInput(ListDealsRequest, { from: "31.1.2027" })),
  reason: refusalOf(() =>
    mustCountEverybody(
      { noticeEndsAt: new Date("2027-02-14T12:00:00Z") },
      { asOf: new Date("2027-02-14T11:00:00Z"), answeredSince: false, now: new Date("2027-02-14T13:00:00Z") },
    ),
  ),
};

function refusalOf(act: () => unknown): Problem {
  try {
    act();
  } catch (refusal) {
    return problemOf(refusal, REQUEST_ID);
  }
  throw new Error("invariant broken: an example of a refusal was not refused");
}
