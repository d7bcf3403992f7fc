"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionResult, runAction } from "@/app/_web/request/action";
import { type Bound, formOf, idsOf, partsOf } from "@/app/_web/request/form-of";
import { saveMappingProfile } from "@/modules/manifests/mapping-profiles/save-mapping-profile";
import type { Received } from "@/modules/manifests/schema";
import { discardUpload } from "@/modules/manifests/upload/discard-upload";
import { manifestFromUpload } from "@/modules/manifests/upload/manifest-from-upload";
import { mappingOfForm, shownVersion } from "./mapping-form-data";

export type UploadPlace = Readonly<{ organisationId: string; dealId: string; uploadId: string }>;
type Place = Readonly<{
  organisationId: string;
  uploadId: string;
  /** The saved mappings as the page showed them. */
  mappings: readonly Readonly<{ name: string; version: string }>[];
}>;

/** Throws an upload away and goes back to the page on which another file can be chosen. */
export async function discardUploadAction(place: Bound<UploadPlace>): Promise<ActionResult> {
  const { organisationId, dealId, uploadId } = idsOf(place, "organisationId", "dealId", "uploadId");
  const result = await runAction(discardUpload, { uploadId });
  // Discarded in another tab, or expired: what was wanted is so.
  if (!result.ok && result.code !== "NOT_FOUND") return result;
  revalidatePath("/", "layout");
  redirect(`/o/${organisationId}/deals/${dealId}/manifests/new`);
}

/** Makes a manifest, or a dry run, of a finished upload, and goes to watch it. */
export async function startManifestAction(
  place: Bound<Place>,
  _: unknown,
  sent: FormData,
): Promise<ActionResult> {
  const form = formOf(sent);
  const dryRun = form.get("act") === "dry";
  const { organisationId, uploadId } = idsOf(place, "organisationId", "uploadId");
  const mapping = mappingOfForm(form);
  const name = String(form.get("profileName") ?? "").trim();
  const version = shownVersion(partsOf(place).mappings, name);
  const kept = name ? await runAction(saveMappingProfile, { organisationId, name, mapping, version }) : null;
  if (kept?.ok === false) return kept;
  const input = { uploadId, mapping, dryRun };
  const result = await runAction<(typeof Received)["_output"]>(manifestFromUpload, input);
  if (result.ok)
    redirect(`/o/${organisationId}/manifests/${result.value.id}${dryRun ? `?upload=${uploadId}` : ""}`);
  if (kept !== null) revalidatePath("/", "layout"); // The mapping was kept: the next try has seen it.
  return result;
}
