import type { Manifest } from "../domain/manifest";
import { findManifest } from "../repository/manifest";

/** The facts of a manifest for the notice to its sender. The worker calls it, so it checks no rights. */
export async function manifestToTell(manifestId: string) {
  const manifest = await findManifest(manifestId);
  if (manifest === null) return null;
  const { dealId, organisationId, fileName, dryRun, createdBy, accepted, rejected } = manifest;
  return {
    dealId,
    organisationId,
    fileName,
    dryRun,
    createdBy,
    accepted,
    rejected,
    cause: causeOf(manifest),
  };
}

/** Why nothing came of a manifest, as the notice of it says; null when something did. */
function causeOf({ state, received, failure }: Manifest): string | null {
  if (state === "no_usable_rows") return received === 0n ? "no_rows" : "no_usable_rows";
  return failure === null ? null : (CAUSES[failure.code] ?? "ours");
}

const CAUSES: Readonly<Record<string, string>> = {
  MANIFEST_EMPTY: "no_rows",
  MANIFEST_FORMAT: "unreadable",
  MANIFEST_LIMIT: "too_large",
  MANIFEST_STATE: "gone",
  STORAGE_FULL: "full",
};
