import { z } from "zod";
import { readablePart } from "@/kernel/invisible";
import { LIMITS } from "@/kernel/limits";
import { readable } from "@/kernel/readable";
import { listOrder } from "@/kernel/wire";
import { DOUBTS } from "./domain/doubts";
import { CANONICAL_FIELDS, FIELD_MEANINGS } from "./domain/fields";
import { FILE_FORMATS, MANIFEST_STATES } from "./domain/manifest";
import { REASONS } from "./domain/reasons";
import { DELIMITER_PATTERN } from "./domain/records/split-record";

const id = z.string().min(1).max(100);
/** A file's name as people read it. What nobody sees is taken out: the sender cannot change a name on a disk. */
export const FileName = z
  .string()
  .max(LIMITS.nameCharsMax)
  .transform((name) => readablePart(name) || "manifest");
const count = z.string().regex(/^\d+$/).meta({ description: "A whole number as decimal text." });
const counts = z.record(z.string(), count);

const columnName = z.string().max(LIMITS.manifestColumnCharsMax);
/** A file with an export's own names: who wrote it, which item, when, and how long in characters. */
const MAPPING_EXAMPLE = {
  columns: { contributor: "author_name", content_id: "post_no", created_at: "posted", chars: "length" },
  charsPerToken: 4,
  createdAt: "epoch_seconds",
  delimiter: ";",
  thousands: "point",
  decimal: "comma",
  deletedMarkers: ["[deleted]", "Deleted user"],
} as const;

const COLUMNS_MEANING =
  'Field to column: which column of the file holds which field. Names of columns are matched without case and spaces, and fields left out are guessed. "" switches a guess off.';
const columns = z.partialRecord(z.enum(CANONICAL_FIELDS), columnName).meta({
  wire: {
    type: "object",
    description: COLUMNS_MEANING,
    properties: Object.fromEntries(
      CANONICAL_FIELDS.map((field) => [
        field,
        { type: "string", maxLength: LIMITS.manifestColumnCharsMax, description: FIELD_MEANINGS[field] },
      ]),
    ),
    additionalProperties: false,
  },
});

export const Delimiter = z
  .string()
  .regex(DELIMITER_PATTERN, "One ASCII character; no letter, digit, quote or line end.")
  .meta({
    description:
      "Any one ASCII character but a letter, digit, quote, line end or NUL. Commas, semicolons, tabs, bars, carets, tildes and U+0001 are detected when it is left out.",
  });

/** How a file is to be read. Everything may be left out. */
export const MappingShape = z
  .strictObject({
    columns: columns.optional(),
    charsPerToken: z.number().min(0.5).max(50).multipleOf(0.01).optional().meta({
      description:
        "Where there is no token count, tokens are the characters divided by this (4 when left out), rounded, at least 1.",
    }),
    createdAt: z.enum(["auto", "epoch_seconds", "iso_8601"]).optional(),
    encoding: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .meta({ description: "Such as utf-8 or iso-8859-1; detected when left out." }),
    delimiter: Delimiter.optional(),
    thousands: z
      .enum(["refuse", "comma", "point", "space"])
      .optional()
      .meta({ description: "The sign that groups thousands; refused when left out." }),
    decimal: z
      .enum(["point", "comma"])
      .optional()
      .meta({ description: "The sign before the decimals of a number; a point when left out." }),
    deletedMarkers: z.array(z.string().min(1).max(100)).max(20).optional().meta({
      description: "Names of deleted contributors. [deleted] and [removed] when left out.",
    }),
  })
  .meta({
    id: "Mapping",
    description: "How a file is to be read. Everything may be left out, and is then detected or guessed.",
    examples: [MAPPING_EXAMPLE],
  });
export type MappingInput = z.input<typeof MappingShape>;

export const ResolvedMappingView = z.object({
  columns: z.partialRecord(z.enum(CANONICAL_FIELDS), z.string()),
  charsPerToken: z.number(),
  createdAt: z.enum(["auto", "epoch_seconds", "iso_8601"]),
  thousands: z.enum(["refuse", "comma", "point", "space"]),
  decimal: z.enum(["point", "comma"]).optional(),
  deletedMarkers: z.array(z.string()),
});

/** What a row can say; the keys of a mapping. */
export const MANIFEST_FIELDS = CANONICAL_FIELDS;

export const ManifestRequest = z.object({ manifestId: id });
export const ManifestOrder = listOrder("manifests", ["id"]);
export const ListManifestsRequest = z.object({
  dealId: id,
  ...ManifestOrder.ask,
});

export const ReceiveRequest = z.strictObject({
  dealId: id,
  mapping: z
    .string()
    .max(20_000)
    .optional()
    .meta({
      wire: {
        type: "string",
        maxLength: 20_000,
        contentMediaType: "application/json",
        contentSchema: { $ref: "#/$defs/Mapping" },
        description:
          "The column mapping as JSON (the schema Mapping); or send it as the header X-Remit-Mapping. `columns` goes from field to column.",
        examples: [JSON.stringify(MAPPING_EXAMPLE)],
      },
    }),
  profile: z
    .string()
    .max(LIMITS.nameCharsMax)
    .optional()
    .meta({ description: "The name or id of a saved mapping profile." }),
  fileName: FileName.optional(),
  dryRun: z
    .enum(["true", "false", "1", "0"])
    .optional()
    .meta({ description: "true: check and report, keep nothing else." }),
});

export const Received = z.object({ id, jobId: z.string(), sha256: z.string(), created: z.boolean() }).meta({
  description:
    "`created` is false when the same bytes were already read the same way for this deal: it is that manifest.",
});

const Progress = z.object({
  phase: z.string().nullable(),
  phases: z.array(
    z.object({
      name: z.string(),
      state: z.enum(["waiting", "running", "done", "failed"]),
      rowsDone: z.string().optional(),
      rowsTotal: z.string().optional(),
      startedAt: z.string().optional(),
      finishedAt: z.string().optional(),
    }),
  ),
  rowsDone: count,
  rowsTotal: count.nullable(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  jobState: z.string(),
  cancelling: z.boolean(),
});

export const ManifestView = z.object({
  id,
  dealId: id,
  organisationId: id,
  fileName: z.string(),
  sha256: z.string(),
  bytes: count,
  format: z.enum(FILE_FORMATS),
  compression: z.enum(["none", "gzip", "zstd"]),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  columns: z.array(z.string()),
  mapping: ResolvedMappingView,
  dryRun: z.boolean(),
  state: z.enum(MANIFEST_STATES),
  unpackedBytes: count.nullable(),
  received: count.nullable(),
  accepted: count.nullable(),
  rejected: count.nullable(),
  reasons: counts
    .nullable()
    .meta({ description: "Rejected records by reason; a record with several faults counts under each." }),
  notes: z
    .record(z.string(), z.object({ count, firstLine: count, message: z.string() }))
    .nullable()
    .meta({ description: "Odd but accepted, counted." }),
  contributors: count.nullable(),
  tokens: count.nullable(),
  acceptedSha256: z.string().nullable(),
  rejectedSha256: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  jobId: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  progress: Progress.nullable(),
});
export type ManifestView = z.output<typeof ManifestView>;

export const ListOrganisationManifestsRequest = ListManifestsRequest.omit({ dealId: true }).extend({
  organisationId: id,
});
export const ManifestSummary = ManifestView.omit({ progress: true, mapping: true, columns: true });
export const ManifestPage = z.object({ items: z.array(ManifestSummary), nextCursor: z.string().nullable() });

export const RejectionOrder = listOrder("rejections", ["number"]);
export const ListRejectionsRequest = z.object({
  manifestId: id,
  reason: z.enum(REASONS).optional().meta({ description: "Only rows rejected for this reason." }),
  ...RejectionOrder.ask,
});
export const Rejection = z.object({
  record: count,
  line: count,
  field: z.string(),
  reason: z.enum(REASONS),
  message: z.string(),
  value: z.string().nullable(),
  otherLine: count.nullable(),
  original: z.string(),
});
export const RejectionPage = z.object({ items: z.array(Rejection), nextCursor: z.string().nullable() });
export type RejectionPage = z.output<typeof RejectionPage>;

export const MappingProfileView = z.object({
  id,
  name: z.string(),
  mapping: MappingShape,
  createdAt: z.string(),
  version: z
    .string()
    .describe("Send it back to replace this very mapping; `none` when you believe the name is free"),
});
export const MappingProfiles = z.object({
  items: z.array(MappingProfileView),
  nextCursor: z.string().nullable(),
});
export const ListProfilesRequest = z.object({ organisationId: id });
export const SaveProfileRequest = z.object({
  organisationId: id,
  name: z
    .string("A name is needed.")
    .trim()
    .min(1, "A name is needed.")
    .max(LIMITS.nameCharsMax)
    .superRefine(readable),
  mapping: MappingShape,
});
export const DeleteProfileRequest = z.object({ profileId: id });

export const InspectUploadRequest = z.object({
  uploadId: id,
  encoding: z.string().max(40).optional(),
  delimiter: Delimiter.optional(),
});
export const UploadInspection = z.object({
  uploadId: id,
  dealId: id,
  fileName: z.string(),
  bytes: count,
  format: z.enum(FILE_FORMATS),
  compression: z.enum(["none", "gzip", "zstd"]),
  encoding: z.object({ label: z.string(), how: z.enum(["declared", "mark", "valid", "guessed"]) }).nullable(),
  delimiter: z.string().nullable(),
  columns: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  guesses: z.partialRecord(z.enum(CANONICAL_FIELDS), z.string()),
  doubts: z
    .array(z.enum(DOUBTS))
    .meta({ description: "Signs that the file is not what it seems, for a person to check." }),
});
export type UploadInspection = z.output<typeof UploadInspection>;
export const ManifestFromUpload = z.strictObject({
  uploadId: id,
  mapping: MappingShape.default({}),
  dryRun: z.boolean().default(false).meta({ description: "true: check and report, keep nothing else." }),
});

export const DiscardUploadRequest = z.object({ uploadId: id });
export const ListWaitingUploadsRequest = z.object({ dealId: id });
export const WaitingUploads = z.object({
  items: z.array(
    z.object({
      id,
      dealId: id,
      mine: z.boolean().meta({ description: "Whether you started it. No one else can resume it." }),
      fileName: z.string(),
      bytesTotal: count.nullable(),
      bytesReceived: count,
      complete: z.boolean(),
      createdAt: z.string(),
      expiresAt: z.string(),
    }),
  ),
});
export type WaitingUpload = z.output<typeof WaitingUploads>["items"][number];
