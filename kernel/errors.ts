/**
 * Every reason Remit refuses something. One union, so that a code without a title and a status does not compile
 * (see app/_web/problem/problem.ts). Add a code where its capability's block is.
 */
export type ErrorCode =
  // everywhere
  | "INVALID_INPUT"
  | "NOT_SIGNED_IN"
  | "SCOPE_MISSING"
  | "STEP_UP_REQUIRED"
  | "CROSS_SITE_REQUEST"
  | "NOT_FOUND"
  | "METHOD_NOT_ALLOWED"
  | "CONFLICT"
  | "CHANGED_MEANWHILE"
  | "VERSION_REQUIRED"
  | "RATE_LIMITED"
  | "PAYLOAD_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "STORAGE_FULL"
  | "ENGINE_MEMORY"
  | "UNAVAILABLE"
  | "IDEMPOTENCY_KEY_REUSED"
  | "IDEMPOTENCY_KEY_INVALID"
  // parties
  | "CODE_WRONG"
  | "EMAIL_TAKEN"
  | "INVITATION_INVALID"
  | "LAST_OWNER"
  | "ORGANISATION_UNVERIFIED"
  | "MONEY_REMAINS"
  // works
  | "HANDLE_ALREADY_VERIFIED"
  | "HANDLE_DISPUTED"
  | "PROOF_NOT_FOUND"
  | "PROOF_EXPIRED"
  | "PROOF_UNREACHABLE"
  | "PROOF_ADDRESS_REFUSED"
  | "ATTESTATION_INVALID"
  | "SPLIT_INVALID"
  | "WORK_IDENTIFIER_INVALID"
  // consent
  | "TERMS_EFFECTIVE_IN_PAST"
  | "TERMS_ALREADY_WITHDRAWN"
  | "CHOICE_PERIOD_OVER"
  // deals
  | "DEAL_STATE"
  | "DEAL_NOTICE_RUNNING"
  | "DEAL_INCOMPLETE"
  | "DEAL_NOT_ACCEPTED"
  | "LAB_TERMS_LOCKED"
  // manifests
  | "MANIFEST_EMPTY"
  | "MANIFEST_MAPPING"
  | "MANIFEST_FORMAT"
  | "MANIFEST_LIMIT"
  | "MANIFEST_STATE"
  // clearance and allocation
  | "CLEARANCE_NOT_READY"
  | "CLEARANCE_TOO_OLD"
  | "ALLOCATION_NOT_READY"
  | "ALLOCATION_NOTHING_CLEARED"
  | "ALLOCATION_NOT_SEALABLE"
  // ledger
  | "LEDGER_UNBALANCED"
  | "LEDGER_INSUFFICIENT"
  // jobs
  | "JOB_NOT_CANCELLABLE"
  | "JOB_CANCELLED"
  | "JOB_WAITS";

/** One wrong field: its place (`path` is dotted), the fault, and how to correct it. */
export type FieldFault = Readonly<{
  path: string;
  message: string;
  /** Names the reason for programs and for pages in other languages; `facts` are what its sentence needs. */
  because?: string;
  facts?: Readonly<Record<string, string | number>>;
}>;

/**
 * A refusal with a named reason, safe to show to the person who caused it. `message` says what is wrong and how to correct
 * it; `detail` carries facts for programs (JSON values only).
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldFault[];

  constructor(
    code: ErrorCode,
    message: string,
    extra: { detail?: Record<string, unknown>; faults?: readonly FieldFault[] } = {},
  ) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.detail = extra.detail ?? {};
    this.faults = extra.faults ?? [];
  }
}

/** What another party owns is, for you, not there. One sentence everywhere, so that nothing can be probed. */
export function notFound(what: string): DomainError {
  return new DomainError("NOT_FOUND", `No such ${what}, or you do not have access to it.`);
}
