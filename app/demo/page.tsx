import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { isDemo } from "@/app/_web/page/viewer";
import { listDemoSites } from "@/modules/demo/queries";
import { Button } from "@/ui/button/button";
import { Field, Input } from "@/ui/input/field";
import { Page, Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("demosite");
  return { title: t("title") };
}

/** The websites of the demo world: its forums, and a website of one's own under any name that ends in .example. */
export default async function DemoSitesPage({ searchParams }: { searchParams: Promise<{ host?: string }> }) {
  if (!isDemo()) notFound();
  const { host } = await searchParams;
  if (host) redirect(`/demo/${encodeURIComponent(hostOf(host))}`);
  const [t, sites] = await Promise.all([getTranslations("demosite"), read(listDemoSites, {})]);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Section title={t("forums")} lead={t("forumsLead")}>
        <ul className="flex flex-col gap-2">
          {sites.items.map(({ host: one, name }) => (
            <li key={one}>
              <TextLink href={`/demo/${one}`} translate="no">
                {name}
              </TextLink>{" "}
              <span translate="no" className="text-sm text-muted">
                {one}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("own")} lead={t("ownLead")}>
        <form method="get" className="flex max-w-xl flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <Field label={t("domain")}>
              <Input
                name="host"
                placeholder="my-essays.example"
                autoCapitalize="none"
                spellCheck={false}
                required
              />
            </Field>
          </div>
          <Button variant="secondary">{t("open")}</Button>
        </form>
      </Section>
    </Page>
  );
}

/** The name people mean: without scheme and path, and under .example where they left that out. */
function hostOf(text: string): string {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/s, "");
  return bare.endsWith(".example") ? bare : `${bare.replace(/\.[a-z]+$/, "")}.example`;
}
