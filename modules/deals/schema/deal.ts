import { z } from "zod";
import { LIMITS } from "@/kernel/limits";
import { CURRENCY_DECIMALS, type Currency } from "@/kernel/money";
import { readable } from "@/kernel/readable";
import { Day, listOrder } from "@/kernel/wire";
import { PURPOSES, USES, WEIGHTS } from "@/modules/consent/domain/uses";
import { DEAL_BASES, LICENSEE_ANSWERS, WEIGHTINGS } from "../domain/state/deal";
import { DEAL_ACTS, DEAL_STATES } from "../domain/state/deal-state";
import { DEFAULTS } from "../domain/terms/deal-fields";

const CURRENCIES = Object.keys(CURRENCY_DECIMALS) as [Currency, ...Currency[]];

export const bps = (description: string, least = 0) =>
  z
    .number("Give a share in basis points, a whole number: 5,000 is 50%.")
    .int("Basis points are whole numbers: 5,000 is 50%.")
    .min(least, `At least ${least} basis points.`)
    .max(10_000, "At most 10,000 basis points (100%).")
    .meta({ description });

export const day = (description: string) => Day.meta({ description, examples: ["2027-01-01"] });

export const text = (max: number, what: string, needed = `${what} is needed.`) =>
  z.string(needed).trim().min(1, needed).max(max, `At most ${max} characters.`).superRefine(readable);

export const dealId = z.string().meta({ description: "The deal's id, e.g. deal_01jb3…" });
export const note = z
  .string()
  .trim()
  .max(1000, "At most 1,000 characters.")
  .superRefine(readable)
  .meta({ description: "Why, in a sentence; kept in the deal's history." });

const GROSS_TEXT = 'Give the amount as text, such as "1250000.50": a JSON number loses digits.';
const MINOR_TEXT = 'Give a whole number of minor units as digits, such as "125000050".';
/** Fields of a deal's terms as a caller writes them, without defaults: what an edit or an amendment may name. */
const terms = {
  title: text(LIMITS.nameCharsMax, "A title").meta({ description: "What the parties call the deal." }),
  licenseeId: z.string().nullable().meta({
    description: "The licensee's organisation id when it is a lab here; its name is then taken from there.",
  }),
  licenseeName: text(LIMITS.nameCharsMax, "The licensee's name").meta({
    description:
      "The buyer of the licence, as contributors see it. Not needed with licenseeId, and not accepted for a verified lab here, which is named by its id.",
  }),
  currency: z.enum(CURRENCIES, `Choose one of ${CURRENCIES.join(", ")}.`).meta({
    description: "ISO 4217 code. Changing it on an existing deal needs the amount again.",
  }),
  gross: z.union([z.string().max(100), z.int().nonnegative()], GROSS_TEXT).meta({
    description:
      'What the licensee pays, in major units as decimal text without grouping: "1250000.50". A whole number may be a JSON number.',
  }),
  grossMinor: z
    .union([z.string().regex(/^\d{1,16}$/, MINOR_TEXT), z.int().nonnegative()], MINOR_TEXT)
    .meta({ description: 'The same in minor units: "125000050". Give one of the two.' }),
  contributorShareBps: bps(
    "The contributors' part of the gross, in basis points (5,000 = 50%), before the operator's fee.",
  ),
  operatorFeeBps: bps(
    "Remit's fee in basis points of the gross, taken from the contributors' part. The operator sets it: leave it out. Any other value than the one in force is refused.",
  ),
  reserveBps: bps(
    "Held back from the contributors' pool for late claims and disputes, in basis points of the pool.",
  ),
  reserveReleaseOn: day(
    "The day the reserve is released; needed with a reserve or a cap before the deal is reported.",
  ).nullable(),
  capBps: bps("The cap per contributor, in basis points of what is distributed; null: no cap.", 1).nullable(),
  uses: z
    .array(z.enum(USES, `Choose among ${USES.join(", ")}.`), "Choose at least one use.")
    .min(1, "Choose at least one use.")
    .meta({ description: "What the licensee may do with the data: at least one use, each named." }),
  weights: z
    .enum(WEIGHTS)
    .meta({ description: "Whether models trained on it are published with open weights or kept closed." }),
  purpose: z.enum(PURPOSES).meta({ description: "What the licensee does it for." }),
  attribution: z
    .boolean()
    .meta({ description: "true: the licensee will name contributors as their source." }),
  distillation: z
    .boolean()
    .meta({ description: "true: the licensee may train further models on the model's output." }),
  exclusive: z
    .boolean()
    .meta({ description: "true: the platform licenses this to no other licensee during the term." }),
  basis: z.enum(DEAL_BASES).meta({
    description:
      "consent: only contributors who said yes are included. platform_terms: contributors who have set no terms are included too; a no always counts.",
  }),
  weighting: z.enum(WEIGHTINGS).meta({
    description:
      "How the pool is split: per item, per token, by tokens and score, by quality, or equally by contributor.",
  }),
  termFrom: day("First day of the licence."),
  termTo: day("Last day of the licence; null: without end.").nullable(),
  noticeDays: z
    .number("Give a whole number of days.")
    .int("Whole days.")
    .min(0, "Days cannot be negative.")
    .max(LIMITS.dealNoticeDaysMax, `At most ${LIMITS.dealNoticeDaysMax} days.`)
    .meta({
      description:
        "How long contributors can object or join before the deal can be sealed. 0, only on the basis consent: contributors get notice, no one can object or join, and the deal can be sealed from then on. On platform_terms at least 7. After notice, fewer days do not shorten it.",
    }),
  escheatYears: z
    .number("Give a whole number of years.")
    .int("Whole years.")
    .min(3, "At least 3 years.")
    .max(100, "At most 100 years.")
    .meta({
      description: "After how many years unclaimed money goes where escheatTo says, after notice.",
    }),
  escheatTo: text(500, "A destination").meta({
    description: "Where money goes that is still unclaimed after those years.",
  }),
};

type Defaulted = { [F in keyof typeof DEFAULTS]: z.ZodDefault<(typeof terms)[F]> };

/** The fields that a new deal need not name, with what it says then. */
function withDefaults(): Defaulted {
  const fields: Readonly<Record<string, z.ZodType>> = terms;
  return Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, value]) => [name, fields[name]?.default(value)]),
  ) as Defaulted;
}

/** A draft needs a title, a licensee, an amount and the uses: nothing is licensed that nobody wrote. The rest has defaults. */
export const CreateDealRequest = z
  .strictObject({
    ...terms,
    organisationId: z
      .string()
      .optional()
      .meta({ description: "The platform; required only if you act for several." }),
    ...withDefaults(),
    licenseeName: terms.licenseeName.optional(),
    gross: terms.gross.optional(),
    grossMinor: terms.grossMinor.optional(),
    operatorFeeBps: terms.operatorFeeBps.optional(),
    termFrom: terms.termFrom
      .optional()
      .meta({ description: "First day of the licence; today when not given." }),
  })
  .meta({
    id: "CreateDeal",
    example: {
      title: "Forum archive, 2020 to 2025",
      licenseeName: "Farshore Models",
      gross: "250000.00",
      currency: "USD",
      uses: ["pretraining"],
    },
  });
export type CreateDealRequest = z.output<typeof CreateDealRequest>;

const patch = z.strictObject(terms).partial();

export const EditDealRequest = patch
  .extend({ dealId })
  .meta({ id: "EditDeal", description: "The fields to change; the others stay." });
export type TermsPatch = z.output<typeof patch>;

export const AmendDealRequest = patch
  .extend({ dealId, note: note.min(1, "Enter why the deal is amended.") })
  .meta({ id: "AmendDeal", description: "The fields to change and why. Contributors are shown both." });

export const MoneyView = z
  .object({ currency: z.string(), minor: z.string() })
  .meta({ id: "Money", description: "An exact amount; minor units as a decimal string." });
const Instant = z.iso.datetime();
const Party = z.object({ id: z.string().nullable(), name: z.string() });

/** The terms of a deal on the wire; other answers that carry some of them pick theirs. */
export const TermsView = z.object({
  title: z.string(),
  licensee: Party,
  gross: MoneyView,
  contributorShareBps: z.number().int(),
  operatorFeeBps: z.number().int(),
  reserveBps: z.number().int(),
  reserveReleaseOn: z.string().nullable(),
  capBps: z.number().int().nullable(),
  uses: z.array(z.enum(USES)),
  weights: z.enum(WEIGHTS),
  purpose: z.enum(PURPOSES),
  attribution: z.boolean(),
  distillation: z.boolean(),
  exclusive: z.boolean(),
  basis: z.enum(DEAL_BASES),
  weighting: z.enum(WEIGHTINGS),
  termFrom: z.string(),
  termTo: z.string().nullable(),
  noticeDays: z.number().int(),
  escheatYears: z.number().int(),
  escheatTo: z.string(),
});

export const SplitView = z
  .object({
    fee: MoneyView,
    retained: MoneyView,
    pool: MoneyView,
    reserve: MoneyView,
    distributable: MoneyView,
  })
  .meta({
    id: "DealSplit",
    description: "fee + retained + pool = gross and reserve + distributable = pool, to the minor unit.",
  });
export type SplitView = z.infer<typeof SplitView>;

export const DealView = z
  .object({
    id: z.string(),
    platform: z.object({ id: z.string(), name: z.string(), verified: z.boolean() }),
    state: z.enum(DEAL_STATES),
    disputedFrom: z.enum(DEAL_STATES).nullable(),
    version: z.number().int(),
    ...TermsView.shape,
    split: SplitView,
    createdAt: Instant,
    reportedAt: Instant.nullable(),
    noticedAt: Instant.nullable(),
    noticeEndsAt: Instant.nullable(),
    noticeRunning: z.boolean(),
    sealedAt: Instant.nullable(),
    sealedAsOf: Instant.nullable().meta({ description: "The sealed clearance has all terms as of it." }),
    sealedAllocationId: z.string().nullable(),
    fundedAt: Instant.nullable(),
    fundingReference: z.string().nullable(),
    fundingValueDate: z.string().nullable().meta({ description: "The day the bank credited the payment." }),
    allocatedAt: Instant.nullable(),
    cancelledAt: Instant.nullable(),
    disputedAt: Instant.nullable(),
    disputeReason: z.string().nullable(),
    licenseeAnswer: z
      .object({
        state: z.enum(["not_asked", ...LICENSEE_ANSWERS]),
        awaited: z.boolean().meta({ description: "Notice and seal wait for the licensee's yes." }),
        at: Instant.nullable(),
        note: z.string().nullable(),
      })
      .meta({
        description:
          "What a licensee on Remit said to being named. not_asked: it is only named, or the deal is a draft. before_rule: reported when licensees were not asked. Notice and seal wait for a verified lab's accepted.",
      }),
    cancellation: z
      .object({ requestedAt: Instant, reason: z.string(), note: z.string().nullable() })
      .nullable()
      .meta({
        description:
          "The platform's request to cancel a sealed deal: open while the deal is sealed, granted once it is cancelled.",
      }),
    allowedActs: z
      .array(z.enum(DEAL_ACTS))
      .meta({ description: "What the caller may do with the deal in its present state." }),
  })
  .meta({ id: "Deal" });
export type DealView = z.infer<typeof DealView>;

export const DEAL_SORTS = ["newest", "oldest", "title", "gross"] as const;
export type DealSort = (typeof DEAL_SORTS)[number];

export const DealOrder = listOrder("deals", ["text", "text", "id"]);
export const ListDealsRequest = z.strictObject({
  organisationId: z.string().optional().meta({ description: "Only deals of this platform or licensee." }),
  state: z
    .string()
    .transform((value) => value.split(",").filter((part) => part !== ""))
    .pipe(z.array(z.enum(DEAL_STATES)))
    .optional()
    .meta({ description: "Only deals in these states, separated by commas: noticed,sealed" }),
  q: z
    .string()
    .trim()
    .max(LIMITS.nameCharsMax)
    .optional()
    .meta({ description: "Words in the title or licensee." }),
  from: day("Only deals drafted on this day (UTC) or later.").optional(),
  to: day("Only deals drafted on this day (UTC) or earlier.").optional(),
  sort: z.enum(DEAL_SORTS).optional().meta({
    description:
      "newest first when left out; gross: the largest first, currency by currency. A cursor belongs to its order.",
  }),
  ...DealOrder.ask,
});
export const DealPage = z
  .object({ items: z.array(DealView), nextCursor: z.string().nullable() })
  .meta({ id: "DealPage" });
