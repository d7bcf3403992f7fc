import type { Metadata } from "next";
import { viewer } from "@/app/_web/viewer";
import { LinkButton } from "@/ui/button";
import { Section } from "@/ui/page";
import { ExampleDeal } from "./_components/example-deal";
import { ForEach } from "./_components/for-each";
import { HowItGoes } from "./_components/how-it-goes";

export const metadata: Metadata = {
  title: { absolute: "Remit: set the terms for your words, and get paid" },
  alternates: { canonical: "/" },
};

/** What Remit is, for each person, in ten seconds; then where the money of a deal goes. */
export default async function SiteHome() {
  const who = await viewer();
  return (
    <div className="flex flex-col gap-14">
      <header className="max-w-3xl pt-4 sm:pt-10">
        <h1 className="text-4xl sm:text-5xl">Your words train AI models. Set the terms, and get paid.</h1>
        <p className="mt-5 max-w-[60ch] text-lg text-muted">
          Remit is the register between the people who wrote something, the platforms that license it, and the
          labs that train on it. Everyone named in a deal can see it, object to it, and check their share to
          the cent.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          {who === null ? (
            <LinkButton href="/sign-in" size="lg">
              Sign in or join
            </LinkButton>
          ) : (
            <LinkButton href="/me" size="lg">
              Go to your home
            </LinkButton>
          )}
          <LinkButton href="#money" size="lg" variant="secondary">
            Where the money goes
          </LinkButton>
        </div>
      </header>
      <ForEach />
      <Section
        id="money"
        title="Where the money of a deal goes"
        lead="An example: a platform licenses its posts for 1,000,000 USD, 70 % of it for the people who wrote them. Out of their part come a fee of 2 % of the sum and a reserve of 5 %."
      >
        <ExampleDeal />
      </Section>
      <HowItGoes />
    </div>
  );
}
