import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeysPanel } from "@/app/_parties/keys/keys-panel";
import { Page } from "@/ui/page/page";

type Props = { params: Promise<{ organisationId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("parties.keys");
  return { title: t("title") };
}

export default async function OrganisationKeysPage({ params }: Props) {
  const [t, { organisationId }] = await Promise.all([getTranslations("parties.keys"), params]);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <KeysPanel organisationId={organisationId} />
    </Page>
  );
}
