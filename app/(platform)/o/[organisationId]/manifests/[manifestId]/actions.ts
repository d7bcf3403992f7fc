"use server";
import { redirect } from "next/navigation";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { type Bound, idsOf } from "@/app/_web/request/form-of";
import { getManifest } from "@/modules/manifests/read/queries";
import type { ManifestView, Received } from "@/modules/manifests/schema";
import { manifestFromUpload } from "@/modules/manifests/upload/manifest-from-upload";
import { mappingOfManifest } from "./mapping-of-manifest";

type Place = Readonly<{ organisationId: string; uploadId: string; manifestId: string }>;

/** Takes in what a dry run looked at, read the same way. */
export async function importAfterDryRunAction(place: Bound<Place>): Promise<ActionResult> {
  const { organisationId, uploadId, manifestId } = idsOf(place, "organisationId", "uploadId", "manifestId");
  const dry = await runAction<ManifestView>(getManifest, { manifestId });
  if (!dry.ok) return dry;
  const input = { uploadId, mapping: mappingOfManifest(dry.value), dryRun: false };
  const result = await runAction<(typeof Received)["_output"]>(manifestFromUpload, input);
  if (result.ok) redirect(`/o/${organisationId}/manifests/${result.value.id}`);
  return result;
}
