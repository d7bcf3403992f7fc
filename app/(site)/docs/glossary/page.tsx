import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type GlossaryPart, glossary } from "@/app/_web/site/glossary";
import { Page, Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";
import { TextLink } from "@/ui/text/text-link";
import { pageMetadata } from "../../_components/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("docs.glossary");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/docs/glossary" });
}

const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z]+/g, "-");

/** docs/glossary.md as a page; the German one is its twin. */
export default async function GlossaryPage() {
  const [t, locale] = await Promise.all([getTranslations("docs"), getLocale()]);
  const { lead, sections } = glossary(locale === "de" ? "de" : "en");
  return (
    <Page
      breadcrumbs={[{ href: "/docs", label: t("title") }]}
      title={t("glossary.title")}
      lead={<span data-prose>{lead}</span>}
    >
      <nav aria-label={t("contents")} className="-mt-4">
        <ul className="flex flex-wrap gap-x-6 gap-y-2" data-prose>
          {sections.map(({ title }) => (
            <li key={title}>
              <TextLink href={`#${anchorOf(title)}`}>{title}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <div key={section.title} data-prose>
          <Section id={anchorOf(section.title)} title={section.title}>
            <dl className="max-w-4xl">
              {section.entries.map(({ term, meaning }) => (
                <div
                  key={term}
                  className="grid grid-cols-1 gap-x-6 border-b border-rule py-2.5 first:pt-0 last:border-b-0 sm:grid-cols-[14rem_1fr]"
                >
                  <dt className="font-medium break-words">{term}</dt>
                  <dd className="min-w-0 break-words text-muted">
                    {meaning.map((part, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence never change places
                      <Part key={at} part={part} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        </div>
      ))}
    </Page>
  );
}

function Part({ part }: { part: GlossaryPart }) {
  switch (part.kind) {
    case "code":
      return <Code inline>{part.text}</Code>;
    case "strong":
      return <strong className="font-medium text-ink">{part.text}</strong>;
    case "text":
      return part.text;
  }
}
