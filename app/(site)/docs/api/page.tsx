import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/button/button";
import { Page, Section } from "@/ui/page/page";
import { pageMetadata } from "../../_components/page-metadata";
import { ApiGuide } from "./_components/api-guide";
import { Contents } from "./_components/contents";
import { apiGroups } from "./_components/groups";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("docs.api");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/docs/api" });
}

/** The index of the reference: what holds everywhere, and every operation by capability. */
export default async function ApiDocsPage() {
  const t = await getTranslations("docs");
  const { groups, server } = apiGroups();
  return (
    <Page
      breadcrumbs={[{ href: "/docs", label: t("title") }]}
      title={t("api.title")}
      lead={t("api.lead")}
      actions={
        <>
          <LinkButton variant="secondary" href="/docs/api/problems">
            {t("problems.title")}
          </LinkButton>
          <LinkButton variant="secondary" href="/api/v1/openapi.json" prefetch={false} translate="no">
            OpenAPI 3.1
          </LinkButton>
        </>
      }
    >
      <ApiGuide server={server} />
      <Section title={t("api.operations")} lead={t("api.operationsLead")}>
        <Contents groups={groups} label={t("api.operations")} />
      </Section>
    </Page>
  );
}
