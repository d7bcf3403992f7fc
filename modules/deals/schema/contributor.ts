import { z } from "zod";
import { listOrder } from "@/kernel/wire";
import { ALL_REASONS, SCOPE_KINDS, ScopeShape, TermsShape } from "@/modules/consent/schema";
import { DealView } from "./deal";
import { FieldChange } from "./history";

export const CHOICES = ["object", "join", "neutral"] as const;
export type Choice = (typeof CHOICES)[number];

const dealId = z.string().meta({ description: "The deal's id, e.g. deal_01jb3…" });

export const ChooseRequest = z
  .strictObject({
    dealId,
    choice: z.enum(CHOICES, "Answer object, join or neutral.").meta({
      description:
        "object: leave me out, whatever my terms say. join: take me in at this deal's price, whatever my terms say. neutral: take my answer back; my terms decide.",
    }),
  })
  .meta({ id: "ChooseForDeal" });

export const ChoiceRequest = z.strictObject({ dealId });

export const ChoiceView = z
  .object({
    dealId: z.string(),
    choice: z.enum(CHOICES).meta({ description: "neutral also when nothing was ever answered." }),
    at: z.iso.datetime().nullable(),
    open: z.boolean().meta({ description: "Whether the answer can still be given or changed." }),
    noticeEndsAt: z.iso.datetime().nullable(),
    version: z.string().meta({ description: "Send it back with an answer, as `If-Match` or `version`." }),
  })
  .meta({ id: "DealChoice" });
export type ChoiceView = z.infer<typeof ChoiceView>;

/** How one of a person's handles stands in a deal, by its terms and their answer. */
export const HandleStanding = z
  .object({
    handleId: z.string(),
    name: z.string(),
    disputed: z.boolean().meta({ description: "Two people have proved this handle; an operator decides." }),
    verdict: z.enum(["cleared", "refused", "unset"]),
    reason: z.enum(ALL_REASONS),
    words: z.string().meta({ description: "The reason as a sentence." }),
    included: z.enum(["yes", "if_price_met", "no"]).meta({
      description:
        "Whether items under this handle are licensed and paid. if_price_met: only if the deal's rate reaches your price.",
    }),
    floor: z
      .object({ currency: z.string(), micros: z.string() })
      .nullable()
      .meta({ description: "Your price per 1,000 tokens, in millionths of the major unit." }),
    decidedBy: z
      .object({ kind: z.enum([...SCOPE_KINDS, "deal_choice"]), versionId: z.string() })
      .nullable()
      .meta({ description: "Which of your terms decided, or your answer; null when you have set no terms." }),
  })
  .meta({ id: "HandleStanding" });
export type HandleStanding = z.infer<typeof HandleStanding>;

/** A deal as a contributor sees it: everything that was noticed, nothing of the parties' own business. */
export const MyDealView = DealView.omit({
  allowedActs: true,
  fundingReference: true,
  fundingValueDate: true,
  disputeReason: true,
  licenseeAnswer: true,
  cancellation: true,
  reportedAt: true,
  createdAt: true,
})
  .extend({
    cancelReason: z.string().nullable().meta({ description: "Why a sealed deal was cancelled." }),
    choice: ChoiceView,
    standings: z.array(HandleStanding),
  })
  .meta({ id: "MyDeal" });
export type MyDealView = z.infer<typeof MyDealView>;

export const AmendmentView = z.object({
  version: z.number().int(),
  note: z.string().nullable(),
  at: z.iso.datetime(),
  restarted: z.boolean(),
  changes: z.array(FieldChange),
});

export const MyDealDetail = MyDealView.extend({
  amendments: z.array(AmendmentView).meta({
    description: "What changed since your notice, newest first, with the platform's reason.",
  }),
}).meta({ id: "MyDealDetail" });
export type MyDealDetail = z.infer<typeof MyDealDetail>;

export const MyDealRequest = z.strictObject({ dealId });
/** open: can be answered now; waiting: told and not sealed; final: sealed, or cancelled. */
export const STAGES = ["open", "waiting", "final"] as const;
export const MyDealOrder = listOrder("my-deals", ["id"]);
export const MyDealsRequest = z.strictObject({
  stage: z.enum(STAGES).optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .meta({ description: "Part of the title or of the licensee's name." }),
  ...MyDealOrder.ask,
});
export const MyDealPage = z
  .object({ items: z.array(MyDealView), nextCursor: z.string().nullable() })
  .meta({ id: "MyDealPage" });

const Effect = z.object({
  included: z.enum(["yes", "if_price_met", "no"]),
  verdict: z.enum(["cleared", "refused", "unset"]),
  reason: z.enum(ALL_REASONS),
  floor: z.object({ currency: z.string(), micros: z.string() }).nullable(),
});
export const PreviewTermsRequest = z.strictObject({
  scope: ScopeShape,
  terms: TermsShape.nullable().meta({ description: "Terms to try for this scope; null: as if withdrawn." }),
});
/** The effect of other terms on the deals that are not sealed yet. Nothing is saved, and nobody gets a notice. */
export const TermsPreview = z.object({
  deals: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      licenseeName: z.string(),
      platformName: z.string(),
      pool: z.object({ currency: z.string(), minor: z.string() }),
      noticeEndsAt: z.string().nullable(),
      answerOpen: z.boolean(),
      answer: z.enum(CHOICES),
      effects: z.array(z.object({ handle: z.string().nullable(), before: Effect, after: Effect })),
    }),
  ),
  sealed: z
    .number()
    .int()
    .meta({ description: "Deals of these platforms that are sealed: no change of terms affects them." }),
});
export type TermsPreview = z.output<typeof TermsPreview>;
