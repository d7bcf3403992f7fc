import type { ManifestView } from "@/modules/manifests/schema";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Banner } from "@/ui/banner";
import { importAfterDryRunAction } from "../actions";

/** After a dry run: take the same upload in with the same mapping, while the upload is still kept. */
export function DryRunNext({
  organisationId,
  manifest,
  uploadId,
}: {
  organisationId: string;
  manifest: ManifestView;
  uploadId: string | null;
}) {
  return (
    <Banner tone="neutral" title="This was a dry run: only this report was kept">
      {uploadId === null ? (
        "Upload the file again to take it in."
      ) : (
        <ActionForm
          action={importAfterDryRunAction.bind(null, { organisationId, uploadId, manifestId: manifest.id })}
          className="mt-3"
        >
          <SubmitButton pendingText="Starting …">Take it in now</SubmitButton>
        </ActionForm>
      )}
    </Banner>
  );
}
