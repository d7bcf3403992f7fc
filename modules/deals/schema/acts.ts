import { z } from "zod";
import { day, dealId, note, text } from "./deal";

/** What the acts on a deal take, besides its terms. */

export const DealRequest = z.strictObject({ dealId });
export const AnswerAsLicenseeRequest = z
  .strictObject({
    dealId,
    version: z
      .number("Enter which version you read.")
      .int()
      .meta({ description: "The version of the deal you answer; refused if the deal has changed since." }),
    decision: z.enum(["accept", "decline"], "Answer accept or decline.").meta({
      description:
        "accept: you take the licence on these terms and owe its price once the deal is sealed. decline: contributors get no notice, and the platform can amend or cancel.",
    }),
    note: note.optional().meta({ description: "Why; needed with decline. The platform reads it." }),
  })
  .refine(({ decision, note: why }) => decision === "accept" || Boolean(why), {
    path: ["note"],
    message: "Enter why you decline. The platform reads it.",
  })
  .meta({ id: "AnswerAsLicensee" });
export const AskCancellationRequest = z
  .strictObject({
    dealId,
    reason: note
      .min(3, "Enter why. The register shows it.")
      .meta({ description: "Why. Once the deal is cancelled the register and contributors read it." }),
    note: note
      .optional()
      .meta({ description: "What else the licensee and the operator should know; not public." }),
  })
  .meta({ id: "AskCancellation" });
export const AnswerCancellationRequest = z
  .strictObject({
    dealId,
    decision: z.enum(["agree", "refuse"], "Answer agree or refuse."),
    note: note.optional().meta({ description: "Why; the parties read it." }),
  })
  .meta({ id: "AnswerCancellation" });
export const CancelDealRequest = z.strictObject({
  dealId,
  note: note.optional().meta({
    description: "The reason. Kept in the deal's history and shown to both sides once the deal is reported.",
  }),
});
export const DisputeDealRequest = z.strictObject({
  dealId,
  note: note
    .min(1, "Enter what is disputed.")
    .meta({ description: "What is disputed; shown to the parties." }),
});
export const EndDisputeRequest = z.strictObject({
  dealId,
  note: note.min(1, "Enter how the dispute ended."),
});
export const TakeBackRequest = z.strictObject({
  dealId,
  note: note
    .min(3, "Say why.")
    .meta({ description: "The reason. Kept in the deal's history and shown to the people it affects." }),
});
export const ConfirmFundingRequest = z.strictObject({
  dealId,
  reference: text(200, "The bank's reference").meta({
    description:
      "What identifies the incoming payment at the bank, so that the books can be traced to it. One reference confirms one deal.",
  }),
  received: z
    .string("Enter how much was received.")
    .trim()
    .min(1, "Enter how much was received.")
    .max(40, "Enter the amount in digits.")
    .meta({
      description:
        "The amount credited, in major units of the deal's currency as decimal text: \"1250000.50\". It must be the deal's gross amount, to the last unit.",
    }),
  valueDate: day("The day the bank credited the payment, from the report of the deal to today."),
});
