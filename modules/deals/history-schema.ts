import { z } from "zod";

const Instant = z.iso.datetime();

export const StepView = z
  .object({
    act: z.string(),
    fromState: z.string().nullable(),
    toState: z.string(),
    version: z.number().int(),
    note: z.string().nullable(),
    noticeEndsAt: Instant.nullable(),
    at: Instant,
  })
  .meta({ id: "DealStep", description: "One act in a deal's history." });
export const DealHistory = z.object({ items: z.array(StepView) }).meta({ id: "DealHistory" });

export const FieldChange = z.object({
  field: z.string(),
  before: z.json(),
  after: z.json(),
});
export type FieldChange = z.infer<typeof FieldChange>;

export const VersionView = z
  .object({
    version: z.number().int(),
    note: z.string().nullable(),
    createdAt: Instant,
    terms: z.record(z.string(), z.json()),
    changes: z
      .array(FieldChange)
      .meta({ description: "What differs from the version before; empty for the first." }),
  })
  .meta({ id: "DealVersion" });
export type VersionView = z.infer<typeof VersionView>;
export const DealVersions = z.object({ items: z.array(VersionView) }).meta({ id: "DealVersions" });

export const DealAnswers = z.object({ objected: z.number().int(), joined: z.number().int() }).meta({
  id: "DealAnswers",
  description: "How many contributors objected to a deal, and how many joined it.",
});

export const LicenseeChoicesRequest = z.strictObject({});
export const LicenseeChoices = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
