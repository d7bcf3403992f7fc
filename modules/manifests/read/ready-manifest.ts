import { DomainError, notFound } from "@/kernel/errors";
import type { Manifest } from "../domain/manifest";
import { findLatestReady, findManifest } from "../repository/manifest";

/** A manifest whose checks are done, as other capabilities read it. The accepted rows are Parquet under `acceptedKey`. */
export type ReadyManifest = Readonly<{
  id: string;
  dealId: string;
  organisationId: string;
  fileName: string;
  sha256: string;
  /** Digest of how its bytes were read: other columns are another manifest. */
  mappingHash: string;
  /** How the file calls the column of its works; null where it has none. */
  workColumn: string | null;
  acceptedKey: string;
  acceptedSha256: string;
  received: bigint;
  accepted: bigint;
  rejected: bigint;
  contributors: bigint;
  tokens: bigint;
  createdAt: Date;
}>;

/** The manifest, if it is ready. Asks for no rights: callers have checked the deal. Throws NOT_FOUND or MANIFEST_STATE. */
export async function readyManifest(manifestId: string): Promise<ReadyManifest> {
  const manifest = await findManifest(manifestId);
  if (manifest === null || manifest.dryRun) throw notFound("manifest");
  return ready(manifest);
}

/** The newest ready manifest of a deal. Throws MANIFEST_STATE when there is none. */
export async function latestReadyManifest(dealId: string): Promise<ReadyManifest> {
  const manifest = await findLatestReady(dealId);
  if (manifest === null)
    throw new DomainError(
      "MANIFEST_STATE",
      "This deal has no manifest that is ready. Upload one, and wait for its checks.",
      { detail: { because: "no_manifest" } },
    );
  return ready(manifest);
}

function ready(manifest: Manifest): ReadyManifest {
  if (manifest.state === "no_usable_rows")
    throw new DomainError(
      "MANIFEST_STATE",
      "No row of this manifest can be used, so there is nothing to clear. Correct the file and upload it again.",
      { detail: { because: "no_usable_rows", state: manifest.state } },
    );
  const { acceptedKey, acceptedSha256, received, accepted, rejected, contributors, tokens } = manifest;
  if (
    manifest.state !== "ready" ||
    acceptedKey === null ||
    acceptedSha256 === null ||
    received === null ||
    accepted === null ||
    rejected === null
  )
    throw new DomainError(
      "MANIFEST_STATE",
      `This manifest is ${manifest.state}; only one whose checks are done can be used.`,
      {
        detail: { state: manifest.state },
      },
    );
  return {
    id: manifest.id,
    dealId: manifest.dealId,
    organisationId: manifest.organisationId,
    fileName: manifest.fileName,
    sha256: manifest.sha256,
    mappingHash: manifest.mappingHash,
    workColumn: manifest.mapping.columns.work_id ?? null,
    createdAt: manifest.createdAt,
    ...{ acceptedKey, acceptedSha256, received, accepted, rejected },
    contributors: contributors ?? 0n,
    tokens: tokens ?? 0n,
  };
}
