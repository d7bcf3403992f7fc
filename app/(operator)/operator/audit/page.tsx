import type { Metadata } from "next";
import { AuditPanel, auditFilter } from "@/app/_parties/audit-panel";
import { read } from "@/app/_web/page";
import { auditOfEverything } from "@/modules/parties/queries/audit";
import { Page } from "@/ui/page";

export const metadata: Metadata = { title: "Audit" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OperatorAuditPage({ searchParams }: Props) {
  const filter = auditFilter(await searchParams);
  const page = await read(auditOfEverything, filter);
  return (
    <Page
      title="Audit"
      lead="Every act of this instance: people, keys and jobs, done and refused. Nothing is ever taken out."
    >
      <AuditPanel page={page} filter={filter} path="/operator/audit" />
    </Page>
  );
}
