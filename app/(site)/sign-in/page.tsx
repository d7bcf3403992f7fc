import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { AFTER_SIGN_IN, returnPath, signInSettings } from "@/app/_web/sign-in";
import { viewer } from "@/app/_web/viewer";
import { demoPersonas } from "@/modules/parties/queries/me";
import { Banner } from "@/ui/banner";
import { Page, Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { SignInTrouble } from "./_components/sign-in-trouble";
import { DemoWays, EmailWay, ProviderWays } from "./_components/ways-in";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type Props = { searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Signing in; and, for somebody who is signed in, confirming that it is still them before something weighty. */
export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl: raw, error } = await searchParams;
  const callbackUrl = returnPath(one(raw));
  const [who, personas] = await Promise.all([viewer(), read(demoPersonas, {})]);
  const { providers, devMailbox } = signInSettings();
  const name = who?.person.name ?? who?.person.email;
  // Confirming is about this person: of the demo's people, only themselves.
  const shown = personas.items.filter((persona) => who === null || persona.personId === who.person.id);
  return (
    <Page
      title={who === null ? "Sign in" : "Confirm it is you"}
      lead={
        who === null
          ? "New here? The same link makes your place in Remit."
          : `You are signed in as ${name}. What moves money or changes consent needs a sign-in of the last 30 minutes.`
      }
    >
      <SignInTrouble code={one(error)} />
      {who !== null && callbackUrl === AFTER_SIGN_IN && (
        <Banner title="You are signed in.">
          <TextLink href={AFTER_SIGN_IN}>Go to your home</TextLink>, or confirm it is you below.
        </Banner>
      )}
      {shown.length > 0 && (
        <Section
          title={who === null ? "Sign in as" : "Sign in again"}
          lead="This is a demo world: its people are invented, and you can be any of them."
        >
          <DemoWays personas={shown} callbackUrl={callbackUrl} />
        </Section>
      )}
      <Section title="By e-mail">
        <EmailWay callbackUrl={callbackUrl} email={who?.person.email ?? null} />
        {devMailbox && (
          <p className="mt-5 text-sm text-muted">
            No mail server is configured: mails arrive in the{" "}
            <TextLink href="/dev/mailbox">built-in mailbox</TextLink>.
          </p>
        )}
      </Section>
      {providers.length > 0 && (
        <Section title="With another service" lead="It tells us your e-mail address and name, nothing else.">
          <ProviderWays providers={providers} callbackUrl={callbackUrl} />
        </Section>
      )}
    </Page>
  );
}
