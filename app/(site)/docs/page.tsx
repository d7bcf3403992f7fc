import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page, Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { pageMetadata } from "../_components/page-metadata";
import { GUIDES } from "./_content/guides";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("docs");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/docs" });
}

/** Everything there is to read, by what somebody wants to do. */
export default async function DocsPage() {
  const t = await getTranslations("docs");
  const guides = GUIDES.map((name) => ({
    href: `/docs/guides/${name}`,
    title: t(`guides.${name}.title`),
    lead: t(`guides.${name}.lead`),
  }));
  const rules = [
    { href: "/docs/rules", title: t("rules.title"), lead: t("rules.description") },
    { href: "/docs/recompute", title: t("recompute.title"), lead: t("recompute.description") },
    { href: "/docs/glossary", title: t("glossary.title"), lead: t("glossary.description") },
  ];
  const programs = [
    { href: "/docs/api", title: t("api.title"), lead: t("api.description") },
    { href: "/docs/api/problems", title: t("problems.title"), lead: t("problems.description") },
  ];
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Links title={t("hub.guides")} items={guides} />
      <Links title={t("hub.rules")} items={rules} />
      <Links title={t("hub.programs")} items={programs} />
    </Page>
  );
}

type Item = Readonly<{ href: string; title: string; lead: string }>;

function Links({ title, items }: { title: string; items: readonly Item[] }) {
  return (
    <Section title={title}>
      <ul className="grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {items.map((item) => (
          <li key={item.href}>
            <TextLink href={item.href} className="font-medium">
              {item.title}
            </TextLink>
            <p className="mt-1 text-muted">{item.lead}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
