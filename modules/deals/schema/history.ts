import { z } from "zod";
import { DEAL_FIELDS, type DealField, FIELDS, type FieldKind, mayBeEmpty } from "../domain/terms/deal-fields";

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

const KEPT = {
  text: z.string(),
  choice: z.string(),
  uses: z.array(z.string()),
  flag: z.boolean(),
  amount: z.string().meta({ description: "Minor units as decimal text." }),
  share: z.number().int().meta({ description: "Hundredths of a percent." }),
  day: z.string(),
  days: z.number().int(),
  years: z.number().int(),
} satisfies Record<FieldKind, z.ZodType>;

/** A field as a version keeps it, by its kind. */
const keptField = (field: DealField): z.ZodType => {
  const kept = KEPT[FIELDS[field].kind];
  return mayBeEmpty(field) ? kept.nullable() : kept;
};
const VersionTerms = z
  .object(Object.fromEntries(DEAL_FIELDS.map((field) => [field, keptField(field)])))
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
