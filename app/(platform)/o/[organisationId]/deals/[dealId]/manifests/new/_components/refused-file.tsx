import { useTranslations } from "next-intl";
import { LinkButton } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";
import { TextLink } from "@/ui/text/text-link";
import type { UploadPlace } from "../actions";
import { DiscardUpload } from "./discard-upload";

/** A file that arrived and cannot be used: why, and the ways on from here. */
export function RefusedFile({
  place,
  message,
  asDeclared,
}: {
  place: UploadPlace;
  message: string;
  /** It was read with an encoding or delimiter that somebody chose; what we detect may do better. */
  asDeclared: boolean;
}) {
  const t = useTranslations("manifests.refused");
  const here = `/o/${place.organisationId}/deals/${place.dealId}/manifests/new`;
  return (
    <div className="flex flex-col gap-5">
      <Banner tone="bad" title={t("why")}>
        <p>{message}</p>
        {asDeclared && (
          <p className="mt-2">
            <TextLink href={`${here}?upload=${place.uploadId}`}>{t("detect")}</TextLink>
          </p>
        )}
      </Banner>
      <div className="flex flex-wrap items-center gap-3">
        <LinkButton href={here}>{t("another")}</LinkButton>
        <DiscardUpload place={place} />
      </div>
      <p className="max-w-[68ch] text-sm text-muted">{t("kept")}</p>
    </div>
  );
}
