import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Work } from "@/modules/works/schema";
import { Banner } from "@/ui/page/banner";

/** Somebody else says they wrote it: what that means for both, and what to do. */
export function Contested({ work }: { work: z.output<typeof Work> }) {
  const t = useTranslations("works");
  if (work.contested.length === 0) return null;
  const list = () =>
    work.contested.map(({ scheme, value }, at) => (
      <span key={`${scheme} ${value}`} className="break-all">
        {at > 0 && ", "}
        {t(`scheme.${scheme}`)} <span translate="no">{value}</span>
      </span>
    ));
  return (
    <Banner tone="waiting" title={t("contested.title")}>
      <p>{t("contested.text")}</p>
      <p className="mt-1 text-sm">{t.rich("contested.which", { list })}</p>
    </Banner>
  );
}
