import { z } from "zod";
import { CreateDealRequest } from "./deal";

const shape = CreateDealRequest.shape;

/** What contributors are asked: the part of a deal's terms that their own terms answer to. */
export const PreviewAnswersRequest = z.strictObject({
  organisationId: z.string(),
  dealId: z.string().nullable().default(null),
  licenseeId: z.string().nullable().default(null),
  licenseeName: z.string().max(200).default(""),
  currency: shape.currency,
  uses: shape.uses,
  weights: shape.weights,
  purpose: shape.purpose,
  attribution: shape.attribution,
  distillation: shape.distillation,
});

const count = z.number().int();

/** How the people who proved a profile on the platform would answer these terms now. Numbers only. */
export const PreviewAnswers = z
  .object({
    at: z.iso.datetime(),
    holders: count.meta({ description: "People who proved a profile on the platform." }),
    asked: count.meta({ description: "How many of them were asked: all, or a sample of 20,000." }),
    yes: count,
    yesAtAPrice: count.meta({ description: "They said yes at a minimum price." }),
    no: count,
    unset: count,
    reasons: z
      .array(
        z.object({ verdict: z.enum(["cleared", "refused", "unset"]), reason: z.string(), holders: count }),
      )
      .meta({ description: "Why, most frequent first." }),
  })
  .meta({ id: "DealAnswersPreview" });
export type PreviewAnswers = z.output<typeof PreviewAnswers>;
