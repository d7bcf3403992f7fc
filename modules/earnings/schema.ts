import { z } from "zod";
import { RulesShape } from "@/modules/allocation/schema/allocation";
import { DEAL_STATES } from "@/modules/deals/domain/state/deal-state";

const count = z.string();
const MoneyShape = z.object({ currency: z.string(), minor: count });
const instant = z.string();

/** `pending`: sealed, not yet on the books; `posted`: on the books; `held`: the handle is disputed; `cancelled`: never paid. */
export const STANDINGS = ["pending", "posted", "held", "cancelled"] as const;

const About = {
  allocationId: z.string(),
  deal: z.object({
    id: z.string(),
    title: z.string(),
    licenseeName: z.string(),
    state: z.enum(DEAL_STATES).meta({ description: "While it is `disputed`, nothing of it is posted." }),
  }),
  platform: z.object({ id: z.string(), name: z.string() }),
  standing: z.enum(STANDINGS),
  sealedAt: instant.nullable(),
  postedAt: instant.nullable(),
};

export const SplitShape = z.object({
  contributor: z.string(),
  workId: z.string(),
  workTitle: z.string().nullable(),
  who: z.enum(["you", "co_author", "pending"]),
  late: z.boolean().meta({ description: "Accepted after the deal was cleared; paid from what was held." }),
  held: z
    .boolean()
    .meta({ description: "In the books this part is held until it is accepted and released." }),
  shareBps: z.number().int(),
  work: MoneyShape.meta({ description: "What the shared work earned in all." }),
  amount: MoneyShape,
});

export const OwnLineShape = z.object({
  contributor: z.string(),
  pseudonym: z.string(),
  outcome: z.enum(["paid", "floor_not_met"]),
  disputed: z.boolean(),
  rows: count,
  tokens: count,
  weight: count,
  weightPercent: z.string(),
  exactMajor: z.string().meta({ description: "Before it was cut to whole minor units, in major units." }),
  ratePerThousandMicros: z.string().nullable(),
  floorMicros: z.string().nullable(),
  neededMicros: z.string().nullable().meta({
    description:
      "Where the floor was not met: the floor (micro-units per 1,000 tokens) that would have been.",
  }),
  capped: z.boolean(),
  base: MoneyShape,
  leftover: MoneyShape,
  share: MoneyShape,
  toCoAuthors: MoneyShape,
  amount: MoneyShape.meta({ description: "Yours of this line." }),
});

export const PaymentView = z.object({
  ...About,
  creditedAt: instant.nullable().meta({
    description:
      "Since when all of it is on your own account: later than `postedAt` where you proved a name afterwards.",
  }),
  rules: RulesShape,
  gross: MoneyShape,
  fee: MoneyShape,
  contributorPart: MoneyShape.meta({ description: "Gross × contributor share, before the fee." }),
  pool: MoneyShape,
  reserve: MoneyShape.meta({
    description: "Held back: by rule (pool − distributable), plus the amount left by the cap.",
  }),
  capKept: MoneyShape.meta({ description: "Of the reserve: the amount left by the cap." }),
  distributable: MoneyShape.meta({ description: "What is divided by weight." }),
  paid: MoneyShape.meta({
    description: "Sum of all shares: pool − reserve, and distributable − capKept.",
  }),
  reserveRelease: z
    .object({
      on: z.string().nullable().meta({ description: "The day from which the reserve is paid out." }),
      at: instant.nullable().meta({ description: "When it was; null until then." }),
      amount: MoneyShape.nullable().meta({ description: "Your share of it, in addition to `amount`." }),
    })
    .meta({ description: "What becomes of the reserve, and what of it was yours." }),
  totalWeight: count,
  contributors: count,
  cap: MoneyShape.nullable(),
  digest: z.string().nullable(),
  lines: z.array(OwnLineShape),
  splits: z.array(SplitShape),
  amount: MoneyShape.meta({ description: "Yours in all." }),
});
export type PaymentWire = z.output<typeof PaymentView>;

export const MyShareShape = z.object({
  ...About,
  outcome: z.enum(["paid", "floor_not_met"]),
  amount: MoneyShape,
});
export const MyDealShares = z.object({
  items: z.array(
    MyShareShape.pick({ allocationId: true, standing: true, outcome: true, amount: true }).extend({
      dealId: z.string(),
    }),
  ),
  pending: z
    .array(MoneyShape)
    .meta({ description: "In sealed deals that are not posted yet, per currency." }),
  preparing: z.array(z.string()).meta({
    description: "Of the deals asked for, those that are sealed and whose shares cannot be looked up yet.",
  }),
});
export const MyShareList = z.object({ items: z.array(MyShareShape), nextCursor: z.string().nullable() });

/** Money under a handle that is claimed and not proved; one item a handle and currency. */
export const WaitingShape = z.object({
  handleId: z.string(),
  platformId: z.string(),
  shownName: z.string(),
  amount: MoneyShape,
});
export const WaitingList = z.object({ items: z.array(WaitingShape), nextCursor: z.string().nullable() });

/** What of a deal that is not sealed would be theirs, by a preview. */
export const Estimate = z.object({
  standing: z.enum(["in", "price", "out", "absent"]).meta({
    description:
      "in: items of theirs are in. price: their price is not met. out: they are left out by terms or answer. absent: nothing of theirs is in the manifest.",
  }),
  amount: MoneyShape,
  items: count,
  manifestItems: count.meta({ description: "Rows of the manifest under their names." }),
  madeAt: instant,
  asOf: instant.meta({ description: "The instant whose terms and answers it counts." }),
});
export type EstimateWire = z.output<typeof Estimate>;

/** The person's parts of shared works, as the books paid them: one item a line. */
export const JointParts = z.object({ items: z.array(z.object({ allocationId: z.string(), minor: count })) });

/** Money of one handle: what waits for its proof (or is about to move), and what proving it brought. */
export const HandleMoney = z.object({ waiting: z.array(MoneyShape), brought: z.array(MoneyShape) });
export type HandleMoneyWire = z.output<typeof HandleMoney>;

const DealName = z.object({
  id: z.string(),
  title: z.string(),
  platform: z.object({ id: z.string(), name: z.string() }),
});
export const DealNames = z.object({ items: z.array(DealName) });

/** What became one's own, by month (UTC) and deal; a correction is below zero. `deal` is null for money of no deal. */
export const Earnings = z.object({
  items: z.array(z.object({ month: z.string(), amount: MoneyShape, deal: DealName.nullable() })),
});
export type EarningsWire = z.output<typeof Earnings>;

/** Living claims of handles; `waiting` is what the books hold for one that is not proved yet. */
export const OwnHandles = z.object({
  items: z.array(
    z.object({
      handleId: z.string(),
      shownName: z.string(),
      state: z.enum(["pending", "verified", "disputed", "released", "lost"]),
      platformName: z.string().nullable().meta({ description: "null: the open web" }),
      waiting: z.array(MoneyShape),
      held: z.array(MoneyShape).meta({
        description:
          "On hold while two people have proved the handle; no one's until the dispute is settled.",
      }),
    }),
  ),
});
export type OwnHandlesWire = z.output<typeof OwnHandles>;
