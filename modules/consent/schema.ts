import { z } from "zod";
import { CURRENCY_DECIMALS, type Currency } from "@/kernel/money";
import { readable } from "@/kernel/readable";
import { Instant, listOrder } from "@/kernel/wire";
import { IDENTIFIER_FAULTS } from "@/modules/works/domain/identifier";
import { REASONS, type Reason, type Verdict } from "./domain/evaluate";
import { PRESETS } from "./domain/presets";
import { SCOPE_KINDS } from "./domain/scope";
import { asksForMoney, everyUse, type TermsJson, termsFromJson } from "./domain/terms";
import { PURPOSES, USE_VOCABULARY, USES, type Use, WEIGHTS } from "./domain/uses";

const CURRENCIES = Object.keys(CURRENCY_DECIMALS) as [Currency, ...Currency[]];
const VERDICTS = Object.keys(REASONS) as [Verdict, ...Verdict[]];
export const ALL_REASONS = Object.values(REASONS).flat() as [Reason, ...Reason[]];
const BUYERS_MAX = 200;

const CurrencyShape = z.enum(CURRENCIES);
const BuyerShape = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe(
    "An organisation id here (org_…), or a name; names are compared without regard to case and spaces.",
  );

const CellShape = z.discriminatedUnion("stance", [
  z.object({
    stance: z.literal("allow"),
    floorMicros: z
      .string()
      .regex(/^\d{1,12}$/, "A price in millionths of the currency's unit, such as 10000 for 0.01.")
      .default("0")
      .describe(
        "The minimum price per 1,000 tokens, in millionths of the major unit (0.01 USD = 10000); 0: free.",
      ),
  }),
  z.object({ stance: z.literal("deny") }),
  z.object({ stance: z.literal("unset") }),
]);

const ConditionsShape = z.object({
  buyersAllowed: z
    .array(BuyerShape)
    .min(1)
    .max(BUYERS_MAX)
    .nullable()
    .default(null)
    .describe("null: any buyer"),
  buyersBlocked: z.array(BuyerShape).max(BUYERS_MAX).default([]),
  purposes: z
    .array(z.enum(PURPOSES))
    .min(1, "Choose at least one purpose, or answer no.")
    .default([...PURPOSES]),
  attribution: z.boolean().default(false).describe("The buyer must attribute."),
  noDistillation: z.boolean().default(false).describe("The buyer may not distil models trained on it."),
  until: Instant.nullable().default(null).describe("The instant at which the yes ends; null: no end."),
});

const UseShape = z.object({
  open: CellShape.default({ stance: "unset" }),
  closed: CellShape.default({ stance: "unset" }),
  conditions: ConditionsShape.prefault({}),
});

/** Terms on the wire and in the database. A use that is left out is unset, and unset is never a yes. */
const TermsFields = z.object({
  vocabulary: z.literal(USE_VOCABULARY).default(USE_VOCABULARY),
  currency: CurrencyShape.nullable().default(null).describe("The currency of every price in these terms."),
  uses: z
    .object(everyUse(() => UseShape.prefault({})) as Record<Use, z.ZodPrefault<typeof UseShape>>)
    .prefault({}),
});

/** Terms as they are sent. */
export const TermsShape = TermsFields.superRefine((terms, context) => {
  if (terms.currency === null && asksForMoney(termsFromJson({ ...terms, currency: "USD" })))
    context.addIssue({
      code: "custom",
      path: ["currency"],
      message: "Enter the currency of the prices.",
    });
}).transform((terms): TermsJson => terms);
export type TermsWire = z.input<typeof TermsShape>;

/** Terms as they are stored: every use is there. */
const TermsView = TermsFields.meta({ id: "Terms" });

export const ScopeShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person") }).describe("everything I make"),
  z.object({ kind: z.literal("handle"), handleId: z.string().min(1).max(100) }),
  z.object({ kind: z.literal("work"), workId: z.string().min(1).max(100) }),
  z.object({
    kind: z.literal("url_prefix"),
    handleId: z.string().min(1).max(100),
    prefix: z.string().min(1).max(2000),
  }),
]);

const expects = z
  .string()
  .nullable()
  .optional()
  .describe(
    "Id of the version you believe in force (null: none). Prefer `version`, which also knows what was scheduled.",
  );
const note = z.string().trim().max(500).superRefine(readable).optional().describe("Only you see it.");
const from = Instant.optional().describe("When it takes effect; left out: now. Never in the past.");

export const SetTermsRequest = z
  .object({
    scope: ScopeShape.default({ kind: "person" }),
    terms: TermsShape.optional(),
    preset: z.enum(PRESETS).optional().describe("Ready-made terms, instead of `terms`."),
    currency: CurrencyShape.optional().describe("Currency of a preset's price; USD when left out."),
    effectiveFrom: from,
    note,
    expects,
  })
  .refine((input) => (input.terms === undefined) !== (input.preset === undefined), {
    path: ["terms"],
    message: "Send either terms or a preset.",
  });

export const WithdrawTermsRequest = z.object({
  scope: ScopeShape.default({ kind: "person" }),
  effectiveFrom: from,
  note,
  expects,
});

/** What a scope is called, in parts. `name` is null for what is no longer the person's, and for everything they make. */
const AboutShape = z.object({
  name: z.string().nullable().describe("Handle as shown, title of the work, or the URL prefix"),
  platform: z.string().nullable().describe("The platform's name, for a handle"),
});
export type AboutWire = z.output<typeof AboutShape>;

export const TermsVersionShape = z.object({
  id: z.string(),
  scope: ScopeShape,
  scopeKey: z.string(),
  scopeLabel: z.string(),
  about: AboutShape,
  terms: TermsView.nullable().describe("null: withdrawn from this version on"),
  inWords: z.array(z.string()),
  effectiveFrom: z.string(),
  createdAt: z.string(),
  note: z.string().nullable(),
});
const ScopeVersion = z
  .string()
  .describe(
    "Version of everything this scope says, now and later: send it back with an edit; `none`: nothing yet",
  );
/** What saving answers: the version, without the words for its scope. */
export const SavedTermsShape = TermsVersionShape.omit({ scopeLabel: true, about: true }).extend({
  version: ScopeVersion,
});
export type TermsVersionWire = z.output<typeof TermsVersionShape>;

const ListedTerms = TermsVersionShape.extend({ version: ScopeVersion });

export const TermsListShape = z.object({
  items: z.array(ListedTerms).describe("The version in force of every scope that ever had one"),
  scheduled: z.array(ListedTerms).describe("Versions that take effect later, soonest first"),
});

const CellSaidShape = z.object({
  cell: CellShape,
  currency: z.string().nullable(),
  conditions: ConditionsShape.nullable().describe("What binds a yes; null where nothing is allowed"),
});

export const ChangeShape = z.object({
  uses: z.array(z.enum(USES)),
  weights: z.enum(WEIGHTS).nullable().describe("null: open and closed weights alike"),
  before: z.string(),
  after: z.string(),
  was: CellSaidShape.describe("`before` in parts"),
  is: CellSaidShape.describe("`after` in parts"),
});

export const TermsOrder = listOrder("terms-history", ["instant", "id"]);
export const TermsHistoryRequest = z.object({
  scopeKind: z.enum(SCOPE_KINDS).optional(),
  scopeKey: z.string().max(2200).optional(),
  ...TermsOrder.ask,
});

export const TermsHistoryShape = z.object({
  items: z.array(
    TermsVersionShape.extend({
      state: z.enum(["in_force", "scheduled", "replaced"]),
      changes: z.array(ChangeShape).describe("What differs from the version of this scope before it"),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export type TermsHistoryWire = z.output<typeof TermsHistoryShape>;

/** The buyer to try: everything a deal would put to your terms. */
export const EvaluateRequest = z.object({
  scope: ScopeShape.default({ kind: "person" }).describe(
    "What is asked for: one handle, work or URL prefix; person: what only your widest terms cover.",
  ),
  uses: z.array(z.enum(USES)).min(1),
  weights: z.enum(WEIGHTS),
  purpose: z.enum(PURPOSES).default("commercial"),
  buyerId: z.string().max(100).nullable().default(null),
  buyerName: z.string().trim().max(200).default(""),
  attribution: z.boolean().default(false),
  distillation: z.boolean().default(true).describe("The buyer may distil; true is the stricter question."),
  currency: CurrencyShape.default("USD"),
  at: Instant.optional().describe("As of this instant; left out: now."),
  draft: TermsShape.optional().describe("Terms to try for this scope without saving them."),
});

const DecidedByShape = z.object({
  scope: z.union([ScopeShape, z.object({ kind: z.literal("deal_choice") })]),
  versionId: z.string(),
});

export const DecisionShape = z.object({
  verdict: z.enum(VERDICTS),
  reason: z.enum(ALL_REASONS),
  reasonText: z.string(),
  decidedBy: DecidedByShape.nullable(),
  floorMicros: z
    .string()
    .nullable()
    .describe("Minimum price per 1,000 tokens, in millionths of the currency's unit"),
  floorText: z.string().nullable(),
  perUse: z.array(
    z.object({
      use: z.enum(USES).nullable(),
      verdict: z.enum(VERDICTS),
      reason: z.enum(ALL_REASONS),
      reasonText: z.string(),
      decidedBy: DecidedByShape.nullable(),
      floorMicros: z.string().nullable(),
      floorText: z.string().nullable(),
    }),
  ),
  trail: z.array(
    z.object({
      use: z.enum(USES).nullable(),
      scope: z.union([ScopeShape, z.object({ kind: z.literal("deal_choice") })]),
      scopeLabel: z.string(),
      about: AboutShape,
      versionId: z.string(),
      says: z.enum(["allow", "deny", "unset", "withdrawn", "object", "join", "neutral"]),
      decides: z.boolean(),
    }),
  ),
});

export type DecisionWire = z.output<typeof DecisionShape>;

export const TermsEditorShape = z.object({
  added: z.string().nullable().describe("Key of the prefix that was asked for"),
  prefixFault: z
    .object({
      problem: z.enum([...IDENTIFIER_FAULTS, "wrong_host", "not_yours"]),
      host: z.string().nullable(),
    })
    .nullable(),
  scopes: z.array(
    z.object({
      scope: ScopeShape,
      key: z.string(),
      about: AboutShape,
      disputed: z
        .boolean()
        .describe("Two people have proved the handle; its terms count until that is settled"),
      version: TermsVersionShape.nullable(),
      scheduled: z.array(TermsVersionShape),
      scopeVersion: ScopeVersion,
      wider: z
        .array(z.object({ terms: TermsShape.nullable() }))
        .describe("What holds where this scope is silent, narrow to wide"),
    }),
  ),
});
export type TermsEditorWire = z.output<typeof TermsEditorShape>;

export type { TermsChange } from "./domain/compare";
export { PRESETS, type Preset, presetTerms } from "./domain/presets";
export { SCOPE_KINDS } from "./domain/scope";
export { type CellJson, type ConditionsJson, type TermsJson, termsToJson } from "./domain/terms";
export { PURPOSES, USE_VOCABULARY, USES, type Use, WEIGHTS, type Weights } from "./domain/uses";
// What client code needs of the domain: it may import schemas, not domain files.
export { describeDraft } from "./domain/words/describe-draft";
export { isSilent } from "./domain/words/reason-words";
export { type CellSaid, type Saying, sayingsOf } from "./domain/words/sayings";
