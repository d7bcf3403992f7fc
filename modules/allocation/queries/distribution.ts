import { query } from "@/infra/verb/query";
import { DomainError } from "@/kernel/errors";
import { dealFor } from "@/modules/deals/doors/deal-for";
import { DESCRIBED_ON_DEMAND, storedComparison, storedDistribution } from "../run/describe-allocation";
import { allocationWithFilesFor, seesPreviews } from "../run/files-for";
import { AllocationRequest } from "../schema/allocation";
import { CompareRequest, ComparisonView, DistributionView } from "../schema/distribution";

/** How the money of a split is distributed among its people, for readers who may download its files. Null until computed. */
export const allocationDistribution = query({
  name: "allocation.distribution",
  scope: "allocation:read",
  input: AllocationRequest,
  output: DistributionView.nullable(),
  async run({ actor, now }, { allocationId }) {
    const row = await allocationWithFilesFor(actor, allocationId, now);
    return row.state === "succeeded" ? storedDistribution(row, DESCRIBED_ON_DEMAND) : null;
  },
});

/** What changing from one split of a deal to another means for its people. Null while it is not known. */
export const allocationComparison = query({
  name: "allocation.comparison",
  scope: "allocation:read",
  input: CompareRequest,
  output: ComparisonView.nullable(),
  async run({ actor, now }, { allocationId, withId }) {
    const [after, before] = [
      await allocationWithFilesFor(actor, allocationId, now),
      await allocationWithFilesFor(actor, withId, now),
    ];
    if (after.dealId !== before.dealId)
      throw new DomainError("INVALID_INPUT", "Only splits of the same deal can be compared.", {
        faults: [{ path: "withId", message: "This split is of another deal." }],
      });
    if (after.state !== "succeeded" || before.state !== "succeeded") return null;
    const found = await storedComparison(before, after, DESCRIBED_ON_DEMAND);
    const named = seesPreviews(actor, await dealFor(actor, after.dealId, "allocation:read"));
    return found === null || named ? found : { ...found, most: null };
  },
});
