import type { Metadata } from "next";
import { AuditPanel, auditFilter } from "@/app/_parties/audit-panel";
import { read } from "@/app/_web/page";
import { auditOfMine } from "@/modules/parties/queries/audit";
import { Page } from "@/ui/page";

export const metadata: Metadata = { title: "Your activity" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MyActivityPage({ searchParams }: Props) {
  const filter = auditFilter(await searchParams);
  const page = await read(auditOfMine, filter);
  return (
    <Page
      title="Your activity"
      lead="What was done by you, with your keys, or about you."
      breadcrumbs={[{ href: "/me/settings", label: "Settings" }]}
    >
      <AuditPanel page={page} filter={filter} path="/me/activity" />
    </Page>
  );
}
