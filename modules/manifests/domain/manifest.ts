import type { ResolvedMapping } from "./fields";

export const FILE_FORMATS = ["csv", "jsonl", "parquet", "xlsx"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const MANIFEST_STATES = [
  "queued",
  "checking",
  "ready",
  "no_usable_rows",
  "failed",
  "cancelled",
] as const;
export type ManifestState = (typeof MANIFEST_STATES)[number];

export type NoteCounts = Readonly<Record<string, Readonly<{ count: string; firstLine: string }>>>;

/** A file of rows for a deal, and what the checks found. Counts are null until they have run; received = accepted + rejected. */
export type Manifest = Readonly<{
  id: string;
  dealId: string;
  organisationId: string;
  fileName: string;
  sha256: string;
  bytes: bigint;
  format: FileFormat;
  compression: "none" | "gzip" | "zstd";
  encoding: string | null;
  delimiter: string | null;
  columns: readonly string[];
  mapping: ResolvedMapping;
  mappingHash: string;
  dryRun: boolean;
  state: ManifestState;
  unpackedBytes: bigint | null;
  received: bigint | null;
  accepted: bigint | null;
  rejected: bigint | null;
  reasons: Readonly<Record<string, string>> | null;
  notes: NoteCounts | null;
  contributors: bigint | null;
  tokens: bigint | null;
  acceptedKey: string | null;
  acceptedSha256: string | null;
  rejectedKey: string | null;
  rejectedSha256: string | null;
  failure: Readonly<{ code: string; message: string }> | null;
  jobId: string | null;
  createdBy: string;
  createdAt: Date;
  finishedAt: Date | null;
}>;

/** What a finished check is remembered by. */
export type CheckResult = Readonly<{
  unpackedBytes: bigint;
  received: bigint;
  accepted: bigint;
  rejected: bigint;
  reasons: Readonly<Record<string, string>>;
  notes: NoteCounts;
  contributors: bigint;
  tokens: bigint;
  acceptedKey: string | null;
  acceptedSha256: string | null;
  rejectedKey: string | null;
  rejectedSha256: string | null;
}>;

/**
 * The storage key of bytes with this digest. The same bytes are stored once for all senders; a dry run's bytes only until it
 * ends.
 */
export function fileKey(sha256: string, dryRun = false): string {
  return `${dryRun ? "dry-runs" : "manifests"}/${sha256.slice(0, 2)}/${sha256}`;
}

/** What a manifest is once its rows were checked. One without an accepted row is no basis for a clearance. Pure. */
export function checkedState(accepted: bigint): "ready" | "no_usable_rows" {
  return accepted > 0n ? "ready" : "no_usable_rows";
}

/** True once the rows were checked to the end; what was found never changes again. */
export function isChecked(state: ManifestState): boolean {
  return state === "ready" || state === "no_usable_rows";
}

/** States from which the same upload starts the check again instead of being answered with what is there. */
export function isRestartable(state: ManifestState): boolean {
  return state === "failed" || state === "cancelled";
}
