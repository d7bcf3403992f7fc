import { getTranslations } from "next-intl/server";
import { KeysPanel } from "@/app/_parties/keys/keys-panel";
import { Page } from "@/ui/page/page";

export async function generateMetadata() {
  return { title: (await getTranslations("settings.keys"))("heading") };
}

export default async function MyKeysPage() {
  const t = await getTranslations("settings.keys");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <KeysPanel organisationId={null} />
    </Page>
  );
}
