import type { ErrorCode } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { PROBLEMS } from "../problem/problem";

/** What the description says once for all operations. */
export const INTRODUCTION = `Amounts are \`{currency, minor}\` with minor units as decimal text. Times are UTC, ISO 8601. Lists are
\`{items, nextCursor}\`: send \`cursor=<nextCursor>\` for the next page. Refusals are problem+json (RFC 9457) with a stable \`code\`.
Send an \`Idempotency-Key\` (1 to 128 characters) with every write: a repetition within 24 hours gets the first answer.
What can be edited has a version: its read gives it as \`ETag\` and \`version\`. Send it back with the edit, as \`If-Match\` or as the field
\`version\`: if someone has changed it since, the edit is refused with 412 CHANGED_MEANWHILE, which says who, when and what is stored
now. An edit without a version is refused with 428 VERSION_REQUIRED; \`If-Match: *\` overwrites the stored version. An edit changes only
the fields it names.
Every answer carries \`X-Request-Id\`, and RateLimit headers unless it is a failure of ours. What another party owns is answered with 404.
Where an operation asks a person to confirm their identity, it needs a sign-in within the last ${LIMITS.stepUpMinutes} minutes and is refused with
403 STEP_UP_REQUIRED without. A key is not asked: the person who created it confirmed their identity then, and chose what it may do. But no key may do
what would outlive it (make keys, invite, change a role, a host, an attestation key or a proof rule): 403 STEP_UP_REQUIRED, and a person does it. What only
a person may do at all (copies of their data), and what an organisation's key may not because it belongs to a person (handles, works,
terms), is refused with 403 SCOPE_MISSING.`;

/** Of an operation that asks for a recent sign-in, always or at times. */
export const confirmsIdentity = (always: boolean): string =>
  `${always ? "Asks" : "Can ask"} a signed-in person to confirm their identity (STEP_UP_REQUIRED).`;

/** What each group of operations is about. */
export const TAGS: Readonly<Record<string, string>> = {
  "Clearance and Allocation":
    "Which rows of a manifest the terms in force cover, and how the contributors' part is split.",
  Consent: "The terms for what a person made.",
  Deals: "Licences, from the draft to the payment, and what contributors answer.",
  Jobs: "Background jobs: their progress, cancelling them and starting them again.",
  Ledger: "Balances, statements and the double-entry journal.",
  Manifests: "Who contributed what to a deal, as files.",
  Notices: "Notices, and the e-mail settings of each topic.",
  Parties: "People, organisations, members, API keys and the audit.",
  Register: "Public information: sealed deals, and whether a name is in one.",
  System: "Health and this description.",
  Works: "Handles and their proofs, works and their authors.",
};

export const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header" as const,
  required: false,
  description: "Makes a repetition safe: the same key gets the first answer.",
  schema: { type: "string", minLength: 1, maxLength: 128 },
};

const IF_MATCH = {
  name: "If-Match",
  in: "header" as const,
  schema: { type: "string", maxLength: 200, examples: ['"3"'] },
};

/** Of an edit, and of what makes something unless its name is taken, which is an edit then. */
export const ifMatch = (makes: boolean) => ({
  ...IF_MATCH,
  required: !makes,
  description: `The ETag of what you saw. Refused with CHANGED_MEANWHILE (412) when it was changed since, and with VERSION_REQUIRED (428) when it is left out${makes ? " and something is stored already" : ""}. \`*\` overwrites the stored version.`,
});

export const VERSION = {
  type: ["string", "integer"],
  description: "The `version` of what you saw: the same as If-Match, for programs that cannot send headers.",
};

export const ETAG = {
  description: "The version of what can be edited; send it back as If-Match with the edit",
  schema: { type: "string" },
};

export const HEADERS = {
  "X-Request-Id": {
    description: "Identifies this request; send it to us if something went wrong",
    schema: { type: "string" },
  },
  "RateLimit-Limit": { description: "Requests a minute", schema: { type: "integer" } },
  "RateLimit-Remaining": { description: "Requests left in this window", schema: { type: "integer" } },
  "RateLimit-Reset": { description: "Seconds until the next window starts", schema: { type: "integer" } },
};

export const PROBLEM_SCHEMA = {
  type: "object",
  required: ["type", "title", "status", "code", "detail", "requestId"],
  properties: {
    type: { type: "string", format: "uri-reference" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: [...Object.keys(PROBLEMS), "INTERNAL"] },
    detail: { type: "string" },
    requestId: { type: "string" },
    faults: {
      type: "array",
      description: "The fields at fault, each by its path.",
      items: {
        type: "object",
        required: ["path", "message"],
        properties: {
          path: { type: "string" },
          message: { type: "string" },
          because: { type: "string", description: "Names the reason of this field, for programs." },
          facts: { type: "object", additionalProperties: true },
        },
      },
    },
    facts: {
      type: "object",
      description: "What `detail` is made of, for programs: limits, times, ids.",
      properties: {
        because: {
          type: "string",
          description:
            "Narrows `code` to one reason, such as key_expired of NOT_SIGNED_IN. Left out where the code says it all.",
        },
      },
      additionalProperties: true,
    },
  },
};

export function problemResponses(): Record<string, unknown> {
  const by = new Map<number, ErrorCode[]>();
  for (const [code, { status }] of Object.entries(PROBLEMS))
    if (code !== "METHOD_NOT_ALLOWED") by.set(status, [...(by.get(status) ?? []), code as ErrorCode]);
  const statuses = [...new Set([...by.keys(), 500])].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      `Problem${status}`,
      {
        description: (by.get(status) ?? ["INTERNAL"]).join(", "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}
