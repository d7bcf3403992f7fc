import { useTranslations } from "next-intl";
import { formatText } from "@/app/_manifests/words.client";
import type { UploadInspection } from "@/modules/manifests/schema";
import { Banner } from "@/ui/page/banner";

/** What suggests that the file is another than it seems, before anything is made of it. */
export function Doubts({ inspection }: { inspection: UploadInspection }) {
  const t = useTranslations("manifests");
  return inspection.doubts.map((doubt) => (
    <Banner key={doubt} tone="waiting" title={t(`doubts.${doubt}.title`)}>
      {t(`doubts.${doubt}.text`, { format: formatText(t, inspection) })}
    </Banner>
  ));
}
