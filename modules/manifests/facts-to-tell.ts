import { findManifest } from "./repository/manifest";

/** What the people who sent a manifest in are told of it. Plain facts for the worker; they ask for no rights. */
export async function manifestToTell(manifestId: string) {
  const manifest = await findManifest(manifestId);
  if (manifest === null) return null;
  const { dealId, organisationId, fileName, dryRun, createdBy, accepted, rejected } = manifest;
  return { dealId, organisationId, fileName, dryRun, createdBy, accepted, rejected };
}
