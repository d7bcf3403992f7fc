import { getTranslations } from "next-intl/server";
import { readIf } from "@/app/_web/page/page-if";
import { readUnsubscription } from "@/modules/notices/settings/unsubscribe";
import { LinkButton } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Page } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { stopMails } from "./actions";

export async function generateMetadata() {
  const t = await getTranslations("notices.unsubscribe");
  return { title: t("title"), robots: { index: false } };
}

/** Where the link at the foot of a mail leads. It asks once: programs that look into mails open links, too. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, tn, meant] = await Promise.all([
    getTranslations("notices.unsubscribe"),
    getTranslations("notices"),
    readIf(readUnsubscription, { token }),
  ]);
  if (meant === null)
    return (
      <Page title={t("unknownTitle")} lead={t("unknownLead")}>
        <div>
          <LinkButton href="/me/settings#notices">{t("settings")}</LinkButton>
        </div>
      </Page>
    );
  const { what } = meant;
  const topic = what === "daily" || what === "weekly" ? "" : tn(`topics.${what}.name`);
  return (
    <Page title={t("title")} lead={t("lead", { what, topic })}>
      <ActionForm action={stopMails} success={t("done")}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton pendingText={t("pending")}>{t("act")}</SubmitButton>
      </ActionForm>
      <p>
        <TextLink href="/me/settings#notices">{t("settings")}</TextLink>
      </p>
    </Page>
  );
}
