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
      description: "Of the reserve: what the cap keeps from everybody, beyond what the rule holds back.",
    }),
    /** How many profiles the split pays, and how many of them nobody has proved; null before there is a split. */
    contributors: z.string().nullable(),
    unclaimedContributors: z.string().nullable(),
  })
  .meta({ id: "DealFlow", description: "Where every minor unit of a deal's gross goes, or stands." });
export type DealFlowWire = z.output<typeof DealFlow>;

const Money = z.object({ currency: z.string(), minor });

/**
 * The same figures for those who may not see what single people get. Where fewer than five contribute, shares, reserve and
 * what was released are told as one sum: apart, they could say what one person is paid.
 */
export const PublicMoney = z
  .object({
    source: z.enum(["terms", "sealed", "ledger"]),
    gross: Money,
    fee: Money,
    retained: Money,
    contributorsPart: Money.meta({
      description: "All that is the contributors': fee + retained + contributorsPart = gross.",
    }),
    parts: z
      .object({
        shares: Money.meta({ description: "What contributors get by the split." }),
        reserve: Money.meta({ description: "Held back: by rule, and what the cap keeps from everybody." }),
        capKept: Money.meta({ description: "Of the reserve: what the cap keeps from everybody." }),
        released: Money.meta({
          description: "Of a reserve whose day has come: divided on top of the shares.",
        }),
      })
      .nullable()
      .meta({
        description: "shares + reserve + released = contributorsPart. Null where fewer than five contribute.",
      }),
    waiting: z.object({ claimed: Money, unclaimed: Money, held: Money }).nullable().meta({
      description:
        "Of the shares, as the books stand now: for proved handles, for handles nobody has proved, held. Null before the shares are on the books, and where fewer than twenty contribute.",
    }),
  })
  .meta({ id: "PublicDealMoney", description: "Where every minor unit of a deal's gross goes." });
export type PublicMoneyWire = z.output<typeof PublicMoney>;
