import { z } from "zod";

const minor = z.string().meta({ description: "Minor units as decimal text." });

/** Where money of a deal can be; together they are its gross. */
export const FLOW_PARTS = [
  "retained",
  "fee",
  "payable",
  "unclaimed",
  "held",
  "reserve",
  "released",
  "unsplit",
  "undivided",
  "paid_out",
] as const;
export type FlowPartName = (typeof FLOW_PARTS)[number];

/** `terms`: by the deal's rules alone; `preview`, `sealed`: by a split; `ledger`: as the books stand. */
export const FLOW_SOURCES = ["terms", "preview", "sealed", "ledger"] as const;

export const DealFlowRequest = z.strictObject({ dealId: z.string().min(1) });
export const DealFlow = z
  .object({
    source: z.enum(FLOW_SOURCES),
    /** When the split was made, or the books were read. */
    at: z.string(),
    allocationId: z.string().nullable(),
    currency: z.string(),
    grossMinor: minor,
    parts: z.array(z.object({ name: z.enum(FLOW_PARTS), minor })).meta({
      description: "Every part above zero, in the order of the picture; they add up to the gross.",
    }),
    capKeptMinor: minor.meta({
      description: "Of the reserve: the amount left by the cap, beyond what the rule holds back.",
    }),
    /** How many profiles the split pays, and how many of them nobody has proved; null before there is a split. */
    contributors: z.string().nullable(),
    unclaimedContributors: z.string().nullable(),
  })
  .meta({ id: "DealFlow", description: "Where every minor unit of a deal's gross goes, or stands." });
export type DealFlowWire = z.output<typeof DealFlow>;
