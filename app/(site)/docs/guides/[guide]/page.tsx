import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { apiDescription } from "@/app/_web/api/api-description";
import { isDemo } from "@/app/_web/site/site-url";
import { allOperations } from "@/app/api/v1/_operations/all";
import { Page } from "@/ui/page/page";
import { pageMetadata } from "../../../_components/page-metadata";
import { ProseSections } from "../../_components/prose-sections";
import { guideIn, isGuide } from "../../_content/guides";
import { ManifestReference } from "../_components/manifest-reference";

type Props = { params: Promise<{ guide: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ guide }, t] = await Promise.all([params, getTranslations("docs.guides")]);
  if (!isGuide(guide)) notFound();
  const path = `/docs/guides/${guide}`;
  return pageMetadata({ title: t(`${guide}.title`), description: t(`${guide}.lead`), path });
}

export default async function GuidePage({ params }: Props) {
  const [{ guide }, t, locale] = await Promise.all([params, getTranslations("docs"), getLocale()]);
  if (!isGuide(guide)) notFound();
  const server = String(apiDescription(allOperations).servers[0]?.url ?? "");
  return (
    <Page
      breadcrumbs={[{ href: "/docs", label: t("title") }]}
      title={t(`guides.${guide}.title`)}
      lead={t(`guides.${guide}.lead`)}
    >
      <ProseSections sections={guideIn(locale, guide)({ server, demo: isDemo() })} />
      {guide === "manifest" && <ManifestReference />}
    </Page>
  );
}
