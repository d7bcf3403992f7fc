import { Banner } from "@/ui/banner";

/** What went wrong on the way in, by the code next-auth (or Remit) put in the address. */
const TROUBLE: Readonly<Record<string, string>> = {
  Verification: "This link was used already, or has run out. Ask for a new one below if you need it.",
  AccessDenied: "You were not let in. Ask for a link below, or use another way to sign in.",
  OAuthAccountNotLinked:
    "Somebody with this e-mail address is known here already. Sign in by e-mail, then connect the provider in your settings.",
  EmailNotProved: "The provider does not say that your e-mail address is proved. Sign in by e-mail instead.",
  TooManyMails: "Too many links were asked for. Use the newest one, or wait an hour.",
  EmailSignin: "The mail could not be sent. Check the address and try again in a minute.",
};

export function SignInTrouble({ code }: { code: string | undefined }) {
  if (code === undefined) return null;
  const message = Object.hasOwn(TROUBLE, code) ? TROUBLE[code] : "Signing in did not work. Try again.";
  return (
    <div role="alert">
      <Banner tone="bad" title="That did not work">
        {message}
      </Banner>
    </div>
  );
}
