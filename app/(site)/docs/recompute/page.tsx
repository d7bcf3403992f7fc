import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { apiDescription } from "@/app/_web/api/api-description";
import { allOperations } from "@/app/api/v1/_operations/all";
import { Page } from "@/ui/page/page";
import { pageMetadata } from "../../_components/page-metadata";
import { ProseSections } from "../_components/prose-sections";
import { guideIn } from "../_content/guides";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("docs.recompute");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/docs/recompute" });
}

/** docs/guides/recompute-your-share.md as a page: the same three steps, for readers without the repository. */
export default async function RecomputePage() {
  const [t, locale] = await Promise.all([getTranslations("docs"), getLocale()]);
  const server = String(apiDescription(allOperations).servers[0]?.url ?? "");
  return (
    <Page
      breadcrumbs={[{ href: "/docs", label: t("title") }]}
      title={t("recompute.title")}
      lead={t("recompute.lead")}
    >
      <ProseSections sections={guideIn(locale, "recompute")({ server, demo: false })} />
    </Page>
  );
}
