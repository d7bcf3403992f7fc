import { z } from "zod";

const count = z.string().meta({ description: "A whole number as decimal text." });
const Slice = z.object({ people: count, minor: count });

export const DistributionView = z.object({
  people: count,
  totalMinor: count,
  quantiles: z.object({ p10: count, p25: count, median: count, p75: count, p90: count, max: count }),
  meanMinor: count,
  small: Slice.extend({ belowMinor: count }),
  top: Slice.meta({ description: "The hundredth of the people who get most." }),
  buckets: z.array(Slice.extend({ fromMinor: count, toMinor: count })),
});
export type DistributionWire = z.output<typeof DistributionView>;

const Changed = z.object({ contributor: z.string(), items: count, beforeMinor: count, afterMinor: count });

export const ComparisonView = z.object({
  gain: Slice,
  lose: Slice,
  same: z.object({ people: count }),
  groups: z.array(
    z.object({
      fromItems: count,
      toItems: count.nullable(),
      people: count,
      gain: count,
      lose: count,
      beforeMinor: count,
      afterMinor: count,
    }),
  ),
  most: z
    .object({ gain: z.array(Changed), lose: z.array(Changed) })
    .nullable()
    .meta({
      description:
        "For whom most changes, by name: for the platform, which knows them, and the operator alone.",
    }),
});
export type ComparisonWire = z.output<typeof ComparisonView>;

export const CompareRequest = z.object({
  allocationId: z.string().min(1).meta({ description: "The split one would change to." }),
  withId: z.string().min(1).meta({ description: "The split it is compared with, of the same deal." }),
});
