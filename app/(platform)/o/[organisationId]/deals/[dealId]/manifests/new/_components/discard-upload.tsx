import { useTranslations } from "next-intl";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { discardUploadAction, type UploadPlace } from "../actions";

/** Throws an upload away and goes back to where another file can be chosen. */
export function DiscardUpload({ place, name }: { place: UploadPlace; name?: string }) {
  const t = useTranslations("manifests.upload");
  return (
    <ActionForm action={discardUploadAction.bind(null, place)}>
      <SubmitButton
        variant="quiet"
        pendingText={t("discarding")}
        {...(name === undefined ? {} : { "aria-label": t("discardNamed", { name }) })}
      >
        {t("discard")}
      </SubmitButton>
    </ActionForm>
  );
}
