import type { Metadata } from "next";
import { AuditPanel, auditFilter } from "@/app/_parties/audit-panel";
import { read } from "@/app/_web/page";
import { auditOfOrganisation } from "@/modules/parties/queries/audit";
import { Page } from "@/ui/page";

export const metadata: Metadata = { title: "Audit" };

type Props = {
  params: Promise<{ organisationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OrganisationAuditPage({ params, searchParams }: Props) {
  const { organisationId } = await params;
  const filter = auditFilter(await searchParams);
  const page = await read(auditOfOrganisation, { ...filter, organisationId });
  return (
    <Page
      title="Audit"
      lead="Every act in this organisation, by people, keys and jobs; also what was refused. Nothing is ever taken out."
    >
      <AuditPanel page={page} filter={filter} path={`/o/${organisationId}/audit`} />
    </Page>
  );
}
