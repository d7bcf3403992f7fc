import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditPanel, auditFilter } from "@/app/_parties/audit-panel";
import { read } from "@/app/_web/page/page";
import { auditOfOrganisation } from "@/modules/audit/queries";
import { Page } from "@/ui/page/page";

type Props = {
  params: Promise<{ organisationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("parties.audit");
  return { title: t("title") };
}

export default async function OrganisationAuditPage({ params, searchParams }: Props) {
  const [t, { organisationId }] = await Promise.all([getTranslations("parties.audit"), params]);
  const filter = auditFilter(await searchParams);
  const page = await read(auditOfOrganisation, { ...filter, organisationId });
  const { cursor: _, ...shown } = filter;
  const path = `/o/${organisationId}/audit`;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        page.items.length > 0 && (
          <a href={`${path}/file?${new URLSearchParams(shown)}`} download className="link py-1">
            {t("download")}
          </a>
        )
      }
    >
      <AuditPanel page={page} filter={filter} path={path} />
    </Page>
  );
}
