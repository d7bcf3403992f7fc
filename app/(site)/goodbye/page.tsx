import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/button/button";
import { Page } from "@/ui/page/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.delete.done");
  return { title: t("title"), robots: { index: false } };
}

/** Where somebody stands who has just deleted their account. */
export default async function GoodbyePage() {
  const t = await getTranslations("settings.delete.done");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <p className="max-w-[68ch]">{t("back")}</p>
      <div>
        <LinkButton href="/" variant="secondary">
          {t("home")}
        </LinkButton>
      </div>
    </Page>
  );
}
