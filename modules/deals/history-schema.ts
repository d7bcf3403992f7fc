import { z } from "zod";
import type { DealField } from "./domain/deal-diff";

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

const FieldValue = z
  .union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
  .meta({ id: "DealFieldValue", description: "A field of a deal's terms, as a version keeps it." });

export const FieldChange = z.object({
  field: z.string(),
  before: FieldValue.optional(),
  after: FieldValue.optional(),
});
export type FieldChange = z.infer<typeof FieldChange>;

const bps = z.number().int().meta({ description: "Hundredths of a percent." });
const VersionTerms = z
  .object({
    title: z.string(),
    licenseeId: z.string().nullable(),
    licenseeName: z.string(),
    currency: z.string(),
    grossMinor: z.string().meta({ description: "Minor units as decimal text." }),
    contributorShareBps: bps,
    operatorFeeBps: bps,
    reserveBps: bps,
    reserveReleaseOn: z.string().nullable(),
    capBps: bps.nullable(),
    uses: z.array(z.string()),
    weights: z.string(),
    purpose: z.string(),
    attribution: z.boolean(),
    distillation: z.boolean(),
    exclusive: z.boolean(),
    basis: z.string(),
    weighting: z.string(),
    termFrom: z.string(),
    termTo: z.string().nullable(),
    noticeDays: z.number().int(),
    escheatYears: z.number().int(),
    escheatTo: z.string(),
  } satisfies Record<DealField, z.ZodType>)
  .partial()
  .meta({
    id: "DealTerms",
    description: "The terms as this version had them; what could not be said then is not there.",
  });

export const VersionView = z
  .object({
    version: z.number().int(),
    note: z.string().nullable(),
    createdAt: Instant,
    terms: VersionTerms,
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
