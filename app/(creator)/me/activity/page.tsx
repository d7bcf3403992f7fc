import { getTranslations } from "next-intl/server";
import { AuditPanel, auditFilter } from "@/app/_parties/audit-panel";
import { read } from "@/app/_web/page/page";
import { auditOfMine } from "@/modules/audit/queries";
import { Page } from "@/ui/page/page";

export async function generateMetadata() {
  return { title: (await getTranslations("settings.activityPage"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MyActivityPage({ searchParams }: Props) {
  const t = await getTranslations("settings");
  const filter = auditFilter(await searchParams);
  const page = await read(auditOfMine, filter);
  return (
    <Page
      title={t("activityPage.title")}
      lead={t("activityPage.lead")}
      breadcrumbs={[{ href: "/me/settings", label: t("title") }]}
    >
      <AuditPanel page={page} filter={filter} path="/me/activity" />
    </Page>
  );
}
