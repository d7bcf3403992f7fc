import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { signInSettings, withReturn } from "@/app/_web/sign-in/sign-in";
import { LIMITS } from "@/kernel/limits";
import { LinkButton } from "@/ui/button/button";
import { Page } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin.mail");
  return { title: t("title"), robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CheckMailPage({ searchParams }: Props) {
  const again = withReturn("/sign-in", (await searchParams).callbackUrl);
  const t = await getTranslations("signin.mail");
  return (
    <Page
      title={t("title")}
      lead={t("lead", { minutes: LIMITS.signInLinkMinutes })}
      actions={
        signInSettings().devMailbox ? <LinkButton href="/dev/mailbox">{t("mailbox")}</LinkButton> : undefined
      }
    >
      <div className="max-w-[68ch]">
        <p>{t("text")}</p>
        <p className="mt-3 text-muted">
          {t.rich("nothing", { again: (text) => <TextLink href={again}>{text}</TextLink> })}
        </p>
      </div>
    </Page>
  );
}
