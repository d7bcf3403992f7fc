import { z } from "zod";
import { listOrder } from "@/kernel/wire";
import { WEIGHTINGS } from "@/modules/deals/domain/state/deal";
import { bps } from "@/modules/deals/schema/deal";

const id = (what: string) =>
  z
    .string()
    .min(1)
    .meta({ description: `The ${what}'s identifier.` });
const instant = z.string().meta({ description: "An instant, ISO 8601 in UTC." });
const count = z.string().meta({ description: "A whole number as decimal text." });
const MoneyShape = z.object({ currency: z.string(), minor: count });

export const RunAllocationRequest = z.object({
  dealId: id("deal"),
  clearanceId: id("clearance")
    .optional()
    .meta({ description: "Which clearance; the deal's newest when left out." }),
  weighting: z.enum(WEIGHTINGS).optional().meta({ description: "What if rows were weighed like this?" }),
  contributorShareBps: bps(
    "What if the contributors' part were this, in basis points (10,000 = all)",
  ).optional(),
  reserveBps: bps(
    "What if the reserve were this, in basis points of the pool; at most what a deal may hold back",
  ).optional(),
  capBps: bps("What if one contributor got at most this part of what is distributed (null: no cap)?", 1)
    .nullable()
    .optional(),
});

export const RunAllocationResponse = z.object({ id: id("allocation"), jobId: id("job") });
export const AllocationRequest = z.object({ allocationId: id("allocation") });
export const JobStarted = z.object({ id: id("allocation"), jobId: id("job") });

export const RulesShape = z.object({
  weighting: z.enum(WEIGHTINGS),
  contributorShareBps: z.number().int(),
  operatorFeeBps: z.number().int(),
  reserveBps: z.number().int(),
  capBps: z.number().int().nullable(),
});
export type RulesWire = z.output<typeof RulesShape>;

export const TotalsShape = z.object({
  contributors: count.meta({
    description: "Whom the split takes in, also those whose part comes to nothing.",
  }),
  refusedContributors: count,
  emptyContributors: count.nullable().default(null).meta({
    description:
      "Of `contributors`, how many get exactly nothing: their part is below the smallest unit. Null: not counted.",
  }),
  rows: count,
  tokens: count,
  refusedRows: count,
  refusedTokens: count,
  leftoverUnits: count,
  /** Of what is paid: for handles nobody has proved, and for disputed handles and authors who have not accepted. */
  unclaimedMinor: count.default("0"),
  heldMinor: count.default("0"),
  unclaimedContributors: count.default("0"),
  cappedContributors: z.number().int(),
});

export const DecisionShape = z.object({
  admittedWeight: count.meta({ description: "Weight of everything that is in." }),
  /** What all weights were divided by so that 64 bits hold every product; null: 128 bits were used. */
  narrowBy: count.nullable().default(null),
  blocking: z.object({ num: count, den: count }).nullable().meta({
    description:
      "What the first refused offer asked per unit of weight, as the fraction num/den of millionths of the currency for 1,000 tokens, times tokens, by weight. Null: no price was refused.",
  }),
  boundary: z
    .object({
      capacity: count.meta({
        description:
          "The weight that could be paid at the price of `blocking`: what is distributed, divided by it, rounded down.",
      }),
      lastDraw: z
        .string()
        .nullable()
        .meta({ description: "Of offers at exactly that price, those up to this draw are in; null: none." }),
    })
    .nullable()
    .meta({
      description:
        "Where the line between prices that are met and prices that are not runs. Null: every price is met.",
    }),
  cap: z
    .object({
      capMinor: count,
      fromWeight: count.nullable(),
      cappedCount: z.number().int(),
      cappedWeight: count,
      restMinor: count,
    })
    .nullable(),
});
export type DecisionWire = z.output<typeof DecisionShape>;

export const AllocationView = z.object({
  id: id("allocation"),
  dealId: id("deal"),
  organisationId: id("platform"),
  clearanceId: id("clearance"),
  dealVersion: z.number().int(),
  rules: RulesShape,
  whatIf: z
    .boolean()
    .meta({ description: "True when a rule differs from the deal's own: such a run cannot be sealed." }),
  state: z.enum(["queued", "running", "succeeded", "failed", "cancelled"]),
  sealedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  postedAt: instant.nullable(),
  entryId: z.string().nullable(),
  currency: z.string(),
  gross: MoneyShape,
  fee: MoneyShape,
  retained: MoneyShape,
  reserve: MoneyShape.meta({ description: "Held back by rule, with what the cap keeps from everyone." }),
  capKept: MoneyShape.meta({ description: "Of the reserve: what the cap keeps from everyone." }),
  pool: MoneyShape.meta({ description: "The contributors' part after the fee: reserve + paid = pool." }),
  distributable: MoneyShape.meta({
    description: "The pool less what is held back by rule: what was divided by weight. paid + capKept of it.",
  }),
  paid: MoneyShape.nullable().meta({
    description: "Sum of all shares. fee + retained + reserve + paid = gross.",
  }),
  totalWeight: count.nullable(),
  decision: DecisionShape.nullable(),
  totals: TotalsShape.nullable(),
  inputDigest: z.string().nullable(),
  digest: z.string().nullable().meta({ description: "Over inputs and shares; a rerun gives the same." }),
  jobId: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type AllocationWire = z.output<typeof AllocationView>;

export const AllocationOrder = listOrder("allocations", ["id"]);
export const ListAllocationsRequest = z.object({
  dealId: id("deal"),
  ...AllocationOrder.ask,
});
export const AllocationList = z.object({ items: z.array(AllocationView), nextCursor: z.string().nullable() });

/** What an act that reverses answers: the reversal, or the job that makes it. */
export const Reversed = z.object({
  entryId: z.string().nullable().meta({ description: "The reversing entry; null while a job makes it." }),
  jobId: z.string().nullable(),
});

/**
 * The same figures for readers who may not see single people's shares. With fewer than five contributors, shares, reserve and
 * released reserve are one sum: apart, they could reveal one person's pay.
 */
export const PublicMoney = z
  .object({
    source: z.enum(["terms", "sealed", "ledger"]),
    gross: MoneyShape,
    fee: MoneyShape,
    retained: MoneyShape,
    contributorsPart: MoneyShape.meta({
      description: "All that is the contributors': fee + retained + contributorsPart = gross.",
    }),
    parts: z
      .object({
        shares: MoneyShape.meta({ description: "What contributors get by the split." }),
        reserve: MoneyShape.meta({
          description: "Held back: by rule, and what the cap keeps from everybody.",
        }),
        capKept: MoneyShape.meta({ description: "Of the reserve: what the cap keeps from everybody." }),
        released: MoneyShape.meta({
          description: "Of a reserve whose day has come: divided on top of the shares.",
        }),
      })
      .nullable()
      .meta({
        description: "shares + reserve + released = contributorsPart. Null where fewer than five contribute.",
      }),
    waiting: z.object({ claimed: MoneyShape, unclaimed: MoneyShape, held: MoneyShape }).nullable().meta({
      description:
        "Of the shares, as the books stand now: for proved handles, for handles nobody has proved, held. Null before the shares are on the books, and where fewer than twenty contribute.",
    }),
  })
  .meta({ id: "PublicDealMoney", description: "Where every minor unit of a deal's gross goes." });
export type PublicMoneyWire = z.output<typeof PublicMoney>;
