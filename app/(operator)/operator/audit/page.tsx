import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditPanel, auditFilter } from "@/app/_parties/audit-panel";
import { read } from "@/app/_web/page/page";
import { auditOfEverything } from "@/modules/audit/queries";
import { LinkButton } from "@/ui/button/button";
import { Page } from "@/ui/page/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operator"))("audit.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Who did what to what, over everybody; what is asked for stands in the address, and the file holds just that. */
export default async function OperatorAuditPage({ searchParams }: Props) {
  const t = await getTranslations("operator.audit");
  const filter = auditFilter(await searchParams);
  const { cursor: _, ...kept } = filter;
  const page = await read(auditOfEverything, filter);
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <LinkButton
          variant="secondary"
          href={`/operator/audit/export?${new URLSearchParams(kept)}`}
          prefetch={false}
        >
          {t("csv")}
        </LinkButton>
      }
    >
      <AuditPanel page={page} filter={filter} path="/operator/audit" />
    </Page>
  );
}
