import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { returnPath } from "@/app/_web/sign-in";
import { viewer } from "@/app/_web/viewer";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Page } from "@/ui/page";
import { TextLink } from "@/ui/text-link";

// The token is in this page's address: it must not travel on as a referrer, nor into a search engine.
export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer", robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the mailed link leads. The link is used up by the button, not by looking: mail scanners look at every link. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { token, email, callbackUrl } = await searchParams;
  if (typeof token !== "string" || typeof email !== "string") redirect("/sign-in?error=Verification");
  const who = await viewer();
  const other = who !== null && who.person.email !== email ? who.person : null;
  return (
    <Page title="One more click" lead="You are about to sign in to Remit.">
      {other && (
        <Banner tone="waiting" title={`You are signed in as ${other.name ?? other.email}`}>
          This link signs that person out here and signs in {email} instead.
        </Banner>
      )}
      <form action="/api/auth/callback/email" method="get" className="flex flex-col items-start gap-4">
        <input type="hidden" name="callbackUrl" value={returnPath(callbackUrl)} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <p className="max-w-full break-words">
          E-mail address: <strong className="font-medium">{email}</strong>
        </p>
        <Button size="lg">Sign in</Button>
        <p className="text-sm text-muted">
          Not your address, or not asked for by you? <TextLink href="/">Leave</TextLink>, and nothing happens.
        </p>
      </form>
    </Page>
  );
}
