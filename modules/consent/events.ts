import { z } from "zod";
import { events } from "@/infra/events/events";

const OfTerms = z.object({
  termsVersionId: z.string(),
  personId: z.string(),
  scopeKind: z.string(),
  effectiveFrom: z.string(),
});

/** The events of consent: people say how their words may be used. */
export const ConsentEvents = events("consent", {
  changed: OfTerms,
  withdrawn: OfTerms,
  choice_made: z.object({
    choiceId: z.string(),
    dealId: z.string(),
    personId: z.string(),
    choice: z.string(),
  }),
  joins_lapsed: z.object({ dealId: z.string(), people: z.number().int() }),
});
