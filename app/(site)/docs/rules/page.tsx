import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Page } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { pageMetadata } from "../../_components/page-metadata";
import { ProseSections } from "../_components/prose-sections";
import { guideIn } from "../_content/guides";
import { WorkedExample } from "./_components/worked-example";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("docs.rules");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/docs/rules" });
}

export default async function RulesPage() {
  const [t, locale] = await Promise.all([getTranslations("docs"), getLocale()]);
  const sections = guideIn(locale, "rules")({ server: "", demo: false });
  return (
    <Page
      breadcrumbs={[{ href: "/docs", label: t("title") }]}
      title={t("rules.title")}
      lead={t.rich("rules.lead", {
        recompute: (text) => <TextLink href="/docs/recompute">{text}</TextLink>,
      })}
    >
      <nav aria-label={t("contents")} className="-mt-4">
        <ul className="flex flex-wrap gap-x-6 gap-y-2" data-prose>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <TextLink href={`#${id}`}>{title}</TextLink>
            </li>
          ))}
        </ul>
        <p className="mt-2">
          <TextLink href="#example">{t("rules.example.title")}</TextLink>
        </p>
      </nav>
      <ProseSections sections={sections} />
      <WorkedExample />
    </Page>
  );
}
