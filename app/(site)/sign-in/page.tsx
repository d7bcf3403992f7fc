import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { AFTER_SIGN_IN, returnPath, signInSettings } from "@/app/_web/sign-in/sign-in";
import { codePath, waitingSignIn } from "@/app/_web/sign-in/waiting-sign-in";
import { demoPersonas } from "@/modules/parties/queries/me";
import { Banner } from "@/ui/page/banner";
import { Page, Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { Mark, mark } from "../_components/mark";
import { pageMetadata } from "../_components/page-metadata";
import { SignInTrouble } from "./_components/sign-in-trouble";
import { DemoWays, EmailWay, ProviderWays } from "./_components/ways-in";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signin");
  return pageMetadata({
    title: t("title"),
    description: t("description"),
    path: "/sign-in",
    index: false,
  });
}

type Props = { searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Signing in; and, for somebody who is signed in, confirming that it is still them before something weighty. */
export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl: raw, error } = await searchParams;
  const callbackUrl = returnPath(one(raw));
  if ((await waitingSignIn()) !== null) redirect(codePath(callbackUrl));
  const [t, who, personas] = await Promise.all([getTranslations("signin"), viewer(), read(demoPersonas, {})]);
  const { providers, devMailbox } = signInSettings();
  const name = who?.person.name ?? who?.person.email;
  // Somebody signed in who was sent here confirms who they are; somebody who only came by is signed in already.
  const hasAimed = callbackUrl !== AFTER_SIGN_IN;
  const claiming = claimedName(callbackUrl);
  // Confirming is about this person: of the demo's people, only themselves.
  const shown = personas.items.filter((persona) => who === null || persona.personId === who.person.id);
  return (
    <Page
      title={who === null ? t("title") : t(hasAimed ? "titleAgain" : "titleIn")}
      lead={who === null ? t("lead") : t.rich(hasAimed ? "leadAgain" : "leadIn", { name: mark(name) })}
    >
      <SignInTrouble code={one(error)} />
      {who === null && claiming !== null && (
        <Banner tone="good" title={t("claiming.title")}>
          {t.rich("claiming.text", { name: () => <Mark className="font-medium">{claiming}</Mark> })}
        </Banner>
      )}
      {who === null && INVITATION.test(callbackUrl) && (
        <Banner tone="good" title={t("invited.title")}>
          {t("invited.text")}
        </Banner>
      )}
      {who !== null && callbackUrl === AFTER_SIGN_IN && (
        <Banner>
          {t.rich("signedInText", { home: (text) => <TextLink href={AFTER_SIGN_IN}>{text}</TextLink> })}
        </Banner>
      )}
      {shown.length > 0 && (
        <Section
          title={who === null ? t("demo.title") : t("demo.titleAgain")}
          lead={t.rich("demo.lead", { sites: (text) => <TextLink href="/demo">{text}</TextLink> })}
        >
          <DemoWays personas={shown} callbackUrl={callbackUrl} />
        </Section>
      )}
      <Section title={t("email.title")}>
        <EmailWay callbackUrl={callbackUrl} email={who?.person.email ?? null} />
        {devMailbox && (
          <p className="mt-5 text-sm text-muted">
            {t.rich("email.mailbox", {
              mailbox: (text) => <TextLink href="/dev/mailbox">{text}</TextLink>,
            })}
          </p>
        )}
      </Section>
      {providers.length > 0 && (
        <Section title={t("providers.title")} lead={t("providers.lead")}>
          <ProviderWays providers={providers} callbackUrl={callbackUrl} />
        </Section>
      )}
    </Page>
  );
}

/** The address in a co-author's invitation mail. Only a signed-in person sees the work; a link alone shows nothing. */
const INVITATION = /^\/me\/works\/invitations\//;

/** The name somebody comes to claim, from the way back the look-up gave them; null for everybody else. */
function claimedName(callbackUrl: string): string | null {
  const url = new URL(callbackUrl, "https://remit.invalid");
  return url.pathname === "/me/welcome" ? url.searchParams.get("handle") : null;
}
