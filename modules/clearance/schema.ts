import { z } from "zod";
import { LIMITS } from "@/kernel/limits";
import { Instant, listOrder } from "@/kernel/wire";
import { PURPOSES, USES, WEIGHTS } from "@/modules/consent/domain/uses";
import { COVERAGE_GROUPS, MENDERS } from "./domain/coverage";
import { ROW_REASONS, VERDICTS } from "./domain/verdict";

const id = (what: string) =>
  z
    .string()
    .min(1)
    .meta({ description: `The ${what}'s identifier.` });
const instant = z.string().meta({ description: "An instant, ISO 8601 in UTC." });
const count = z.string().regex(/^\d+$/).meta({ description: "A whole number as decimal text." });

export const RUN_STATES = ["queued", "running", "succeeded", "failed", "cancelled"] as const;

const TallyShape = z.object({ rows: count, tokens: count, contributors: count });

export const RunClearanceRequest = z.object({
  dealId: id("deal"),
  manifestId: id("manifest")
    .optional()
    .meta({ description: "Which manifest; the deal's newest when left out." }),
  asOf: Instant.optional().meta({
    description: "The instant whose terms count; now when left out, never in the future.",
  }),
});

export const RunClearanceResponse = z.object({ id: id("clearance"), jobId: id("job") });

/** What the deal asked of every contributor's terms. */
const AskedView = z
  .object({
    uses: z.array(z.enum(USES)),
    buyerId: z.string().nullable().meta({ description: "The licensee's organisation, when it is one here." }),
    buyerName: z.string(),
    weights: z.enum(WEIGHTS),
    purpose: z.enum(PURPOSES),
    attribution: z.boolean().meta({ description: "The buyer will attribute." }),
    distillation: z.boolean().meta({ description: "The buyer may distil models trained on it." }),
    currency: z.string(),
  })
  .meta({ id: "ClearanceRequest", description: "What was asked of every contributor's terms." });

export const ClearanceView = z.object({
  id: id("clearance"),
  dealId: id("deal"),
  organisationId: id("platform"),
  manifestId: id("manifest"),
  manifestSha256: z.string(),
  dealVersion: z.number().int(),
  basis: z.enum(["consent", "platform_terms"]),
  request: AskedView,
  asOf: instant,
  sealableUntil: instant.meta({
    description: `Until when a deal can be sealed with a split of this clearance: ${LIMITS.clearanceAgeAtSealHours} hours after \`asOf\`. Afterwards sealing is refused with CLEARANCE_TOO_OLD: clear and split again.`,
  }),
  answeredSince: z.boolean().meta({
    description: "An answer to the deal took effect after `asOf`: clear again before the deal is sealed.",
  }),
  state: z.enum(RUN_STATES),
  counts: z
    .object({ cleared: TallyShape, refused: TallyShape, unset: TallyShape, included: TallyShape })
    .nullable()
    .meta({
      description:
        "By verdict; `included` is what the licence covers under the deal's basis. `refused` also counts rows that name nobody and rows that are gone where they were published; `groups` tells them apart.",
    }),
  groups: z
    .array(TallyShape.extend({ group: z.enum(COVERAGE_GROUPS), included: z.boolean() }))
    .nullable()
    .meta({ description: "Every accepted row in exactly one group." }),
  reasons: z
    .array(
      TallyShape.extend({ verdict: z.enum(VERDICTS), reason: z.enum(ROW_REASONS), sentence: z.string() }),
    )
    .nullable(),
  consentDigest: z.string().nullable(),
  inputDigest: z.string().nullable(),
  digest: z.string().nullable().meta({ description: "Over inputs and outputs; a rerun gives the same." }),
  certificate: z
    .string()
    .nullable()
    .meta({ description: "Compact JWS (EdDSA); keys at /.well-known/jwks.json." }),
  jobId: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type ClearanceWire = z.output<typeof ClearanceView>;

export const ClearanceRequest = z.object({ clearanceId: id("clearance") });

export const ClearanceOrder = listOrder("clearances", ["id"]);
export const ListClearancesRequest = z.object({
  dealId: id("deal"),
  ...ClearanceOrder.ask,
});

export const ClearanceList = z.object({ items: z.array(ClearanceView), nextCursor: z.string().nullable() });

export const SigningKeys = z.object({
  keys: z.array(z.record(z.string(), z.unknown())).meta({ description: "RFC 7517 public keys." }),
});

const MoneyShape = z.object({ currency: z.string(), minor: count });
const Covered = TallyShape.extend({
  group: z.enum(COVERAGE_GROUPS),
  included: z.boolean(),
  money: MoneyShape.meta({ description: "Its part of the pool if every row were in." }),
});

export const CoverageView = z.object({
  measure: z
    .enum(["rows", "tokens", "contributors"])
    .meta({ description: "What parts of the pool are measured by, after the deal's weighting." }),
  pool: MoneyShape.meta({ description: "What the deal's present version divides among contributors." }),
  dealVersion: z.number().int().meta({ description: "The deal's present version; money follows it." }),
  groups: z.array(Covered),
  reasons: z.array(
    Covered.extend({
      verdict: z.enum(VERDICTS),
      reason: z.enum(ROW_REASONS),
      mender: z.enum(MENDERS).nullable(),
    }),
  ),
  rate: z.object({ included: count.nullable(), all: count.nullable() }).meta({
    description: "Millionths of the currency for 1,000 tokens: as cleared, and if every row were in.",
  }),
});
export type CoverageWire = z.output<typeof CoverageView>;
