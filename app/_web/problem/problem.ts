import { refusalOfFailure } from "@/infra/db/failure";
import { DomainError, type ErrorCode } from "@/kernel/errors";

/** Title and HTTP status of every refusal: a code that is missing here does not compile. */
export const PROBLEMS: Record<ErrorCode, Readonly<{ status: number; title: string }>> = {
  INVALID_INPUT: { status: 422, title: "The request is not as expected" },
  NOT_SIGNED_IN: { status: 401, title: "Not signed in" },
  SCOPE_MISSING: { status: 403, title: "The credential lacks a scope" },
  STEP_UP_REQUIRED: { status: 403, title: "A recent sign-in is needed" },
  CROSS_SITE_REQUEST: { status: 403, title: "The request came from another site" },
  NOT_FOUND: { status: 404, title: "Not found" },
  METHOD_NOT_ALLOWED: { status: 405, title: "The method is not allowed here" },
  CONFLICT: { status: 409, title: "The request conflicts with what is there" },
  CHANGED_MEANWHILE: { status: 412, title: "It was changed meanwhile" },
  VERSION_REQUIRED: { status: 428, title: "The edit does not say which version it is of" },
  RATE_LIMITED: { status: 429, title: "Too many requests" },
  PAYLOAD_TOO_LARGE: { status: 413, title: "The content is too large" },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: "The content type is not supported" },
  UNAVAILABLE: { status: 503, title: "The service is not available right now" },
  STORAGE_FULL: { status: 507, title: "There is no room left" },
  ENGINE_MEMORY: { status: 507, title: "This takes more memory than the engine may use" },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: "The idempotency key was used for another request" },
  IDEMPOTENCY_KEY_INVALID: { status: 400, title: "The idempotency key is malformed" },
  CODE_WRONG: { status: 422, title: "The code is not right" },
  EMAIL_TAKEN: { status: 409, title: "The e-mail address is taken" },
  INVITATION_INVALID: { status: 404, title: "The invitation is not valid" },
  LAST_OWNER: { status: 409, title: "An organisation keeps at least one owner" },
  ORGANISATION_UNVERIFIED: { status: 409, title: "The organisation is not verified yet" },
  MONEY_REMAINS: { status: 409, title: "There is money left under this name" },
  HANDLE_ALREADY_VERIFIED: { status: 409, title: "The handle is proved already" },
  HANDLE_DISPUTED: { status: 409, title: "The handle is disputed" },
  PROOF_NOT_FOUND: { status: 422, title: "The proof was not found" },
  PROOF_EXPIRED: { status: 409, title: "The proof has expired" },
  PROOF_UNREACHABLE: { status: 422, title: "The page could not be read" },
  PROOF_ADDRESS_REFUSED: { status: 422, title: "The address may not be fetched" },
  ATTESTATION_INVALID: { status: 422, title: "The attestation is not valid" },
  SPLIT_INVALID: { status: 422, title: "The splits do not add up" },
  WORK_IDENTIFIER_INVALID: { status: 422, title: "The identifier is not valid" },
  TERMS_EFFECTIVE_IN_PAST: { status: 422, title: "Terms cannot start in the past" },
  TERMS_ALREADY_WITHDRAWN: { status: 409, title: "The terms are withdrawn already" },
  CHOICE_PERIOD_OVER: { status: 409, title: "The notice period is over" },
  DEAL_STATE: { status: 409, title: "The deal is not in a state that allows this" },
  DEAL_NOTICE_RUNNING: { status: 409, title: "The notice period is still running" },
  DEAL_INCOMPLETE: { status: 422, title: "The deal is not complete" },
  DEAL_NOT_ACCEPTED: { status: 409, title: "The licensee has not accepted the deal" },
  LAB_TERMS_LOCKED: { status: 409, title: "The terms of this deal are locked" },
  MANIFEST_EMPTY: { status: 422, title: "The manifest has no rows" },
  MANIFEST_MAPPING: { status: 422, title: "The column mapping does not fit the file" },
  MANIFEST_FORMAT: { status: 422, title: "The file cannot be read" },
  MANIFEST_LIMIT: { status: 413, title: "The file is over a limit" },
  MANIFEST_STATE: { status: 409, title: "The manifest is not in a state that allows this" },
  CLEARANCE_NOT_READY: { status: 409, title: "The clearance is not ready" },
  CLEARANCE_TOO_OLD: { status: 409, title: "The clearance is too old to be sealed" },
  ALLOCATION_NOT_READY: { status: 409, title: "The allocation is not ready" },
  ALLOCATION_NOTHING_CLEARED: { status: 409, title: "Nothing was cleared" },
  ALLOCATION_NOT_SEALABLE: { status: 409, title: "The allocation cannot be sealed" },
  LEDGER_UNBALANCED: { status: 500, title: "The books refused an entry" },
  LEDGER_INSUFFICIENT: { status: 409, title: "The balance does not cover this" },
  JOB_NOT_CANCELLABLE: { status: 409, title: "The job cannot be cancelled" },
  JOB_CANCELLED: { status: 409, title: "The job was cancelled" },
  JOB_WAITS: { status: 409, title: "The job waits for something else and goes on by itself" },
};

/** RFC 9457 problem details, plus `code`, `requestId` and `faults` (field by field). */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  faults?: readonly { path: string; message: string }[];
  facts?: Readonly<Record<string, unknown>>;
}>;

/** Describes any thrown value; what is not a DomainError is ours to fix, and its text is never shown. */
export function problemOf(thrown: unknown, requestId: string): Problem {
  const error = thrown instanceof DomainError ? thrown : refusalOfFailure(thrown);
  if (error === null) {
    return {
      type: "about:blank",
      title: "Something went wrong on our side",
      status: 500,
      code: "INTERNAL",
      requestId,
      detail: "The request was not carried out. Try again; if it stays, tell us the request id.",
    };
  }
  const { status, title } = PROBLEMS[error.code];
  return {
    type: `/docs/api/problems#${error.code.toLowerCase()}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    requestId,
    ...(error.faults.length > 0 ? { faults: error.faults } : {}),
    ...(Object.keys(error.detail).length > 0 ? { facts: error.detail } : {}),
  };
}

export function problemResponse(error: unknown, requestId: string): Response {
  const problem = problemOf(error, requestId);
  const headers = new Headers({
    "content-type": "application/problem+json",
    "x-request-id": requestId,
    "cache-control": "no-store",
  });
  if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="Remit"');
  const { retryAfter, limit } = problem.facts ?? {};
  if (typeof retryAfter === "number") {
    headers.set("retry-after", String(retryAfter));
    if (problem.code !== "RATE_LIMITED")
      return new Response(JSON.stringify(problem), { status: problem.status, headers });
    headers.set("ratelimit-limit", String(limit));
    headers.set("ratelimit-remaining", "0");
    headers.set("ratelimit-reset", String(retryAfter));
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
