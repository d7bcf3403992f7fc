import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PROBLEMS } from "@/app/_web/problem/problem";
import { EXAMPLES } from "@/app/_web/problem/problem-example";
import { Page, Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { pageMetadata } from "../../../_components/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("docs.problems");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/docs/api/problems" });
}

const FIELDS = ["code", "detail", "faults", "facts", "because", "requestId"] as const;

export default async function ProblemsPage() {
  const t = await getTranslations("docs");
  const rows = Object.entries(PROBLEMS).sort(([, a], [, b]) => a.status - b.status);
  return (
    <Page
      title={t("problems.title")}
      lead={t("problems.lead")}
      breadcrumbs={[
        { href: "/docs", label: t("title") },
        { href: "/docs/api", label: t("api.title") },
      ]}
    >
      {Object.values(EXAMPLES).map((example) => (
        <Code key={example.code} label={<code>application/problem+json</code>}>
          {JSON.stringify(example, null, 2)}
        </Code>
      ))}
      <Definitions
        items={FIELDS.map((field) => ({
          term: (
            <span translate="no" className="font-mono text-sm">
              {field === "because" ? "facts.because" : field}
            </span>
          ),
          value: t(`problems.fields.${field}`),
        }))}
      />
      <Section title={t("problems.catalogue")}>
        <Table caption={t("problems.caption")}>
          <THead>
            <Tr>
              <Th>{t("problems.code")}</Th>
              <Th>{t("problems.status")}</Th>
              <Th>{t("problems.meaning")}</Th>
            </Tr>
          </THead>
          <TBody>
            {rows.map(([code, { status, title }]) => (
              <Tr key={code} id={code.toLowerCase()} className="target:bg-accent-wash">
                <Td label={t("problems.code")}>
                  <span translate="no" className="font-mono text-sm wrap-anywhere">
                    {code}
                  </span>
                </Td>
                <Td label={t("problems.status")}>{status}</Td>
                <Td label={t("problems.meaning")}>
                  <span lang="en" translate="no">
                    {title}
                  </span>
                </Td>
              </Tr>
            ))}
            <Tr id="internal">
              <Td label={t("problems.code")}>
                <span translate="no" className="font-mono text-sm">
                  INTERNAL
                </span>
              </Td>
              <Td label={t("problems.status")}>500</Td>
              <Td label={t("problems.meaning")}>{t("problems.internal")}</Td>
            </Tr>
          </TBody>
        </Table>
      </Section>
    </Page>
  );
}
