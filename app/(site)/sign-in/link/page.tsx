import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { viewer } from "@/app/_web/page/viewer";
import { returnPath, withReturn } from "@/app/_web/sign-in/sign-in";
import { Button } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";
import { Page } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { mark } from "../../_components/mark";

// The token is in this page's address: it must not travel on as a referrer, nor into a search engine.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the mailed link leads. The link is used up by the button, not by looking: mail scanners look at every link. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { token, email, callbackUrl } = await searchParams;
  if (typeof token !== "string" || typeof email !== "string")
    redirect(withReturn("/sign-in?error=Verification", callbackUrl));
  const [t, who] = await Promise.all([getTranslations("signin.link"), viewer()]);
  const other = who !== null && who.person.email !== email ? who.person : null;
  return (
    <Page title={t("title")} lead={t("lead")}>
      {other && (
        <Banner tone="waiting" title={t.rich("otherTitle", { name: mark(other.name ?? other.email) })}>
          {t.rich("otherText", { email: mark(email) })}
        </Banner>
      )}
      <form action="/api/auth/callback/email" method="get" className="flex flex-col items-start gap-4">
        <input type="hidden" name="callbackUrl" value={returnPath(callbackUrl)} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <p className="max-w-full break-words">
          {t.rich("address", {
            email: () => (
              <strong translate="no" className="font-medium">
                {email}
              </strong>
            ),
          })}
        </p>
        <Button size="lg">{t("submit")}</Button>
        <p className="text-sm text-muted">
          {t.rich("leave", { home: (text) => <TextLink href="/">{text}</TextLink> })}
        </p>
      </form>
    </Page>
  );
}
