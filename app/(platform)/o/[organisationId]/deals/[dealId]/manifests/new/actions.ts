"use server";
import { redirect } from "next/navigation";
import { type ActionResult, runAction } from "@/app/_web/action";
import { manifestFromUpload } from "@/modules/manifests/manifest-from-upload";
import { saveMappingProfile } from "@/modules/manifests/save-mapping-profile";
import type { Received } from "@/modules/manifests/schema";
import { mappingOfForm } from "./mapping-form-data";

type Place = Readonly<{ organisationId: string; uploadId: string }>;

/** Makes a manifest, or a dry run, of a finished upload, and goes to watch it. */
export async function startManifestAction(place: Place, _: unknown, form: FormData): Promise<ActionResult> {
  const dryRun = form.get("act") === "dry";
  const input = { uploadId: place.uploadId, mapping: mappingOfForm(form), dryRun };
  const result = await runAction<(typeof Received)["_output"]>(manifestFromUpload, input);
  if (result.ok)
    redirect(
      `/o/${place.organisationId}/manifests/${result.value.id}${dryRun ? `?upload=${place.uploadId}` : ""}`,
    );
  return result;
}

export async function saveProfileAction(
  organisationId: string,
  _: unknown,
  form: FormData,
): Promise<ActionResult> {
  const input = { organisationId, name: form.get("name"), mapping: mappingOfForm(form) };
  return runAction(saveMappingProfile, input);
}
