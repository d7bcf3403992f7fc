import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/ui/button/button";
import { Page, Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { pageMetadata } from "../_components/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site.how");
  return pageMetadata({ title: t("title"), description: t("description"), path: "/how-it-works" });
}

const PEOPLE = [
  { who: "creator", steps: ["s1", "s2", "s3", "s4", "s5"], href: "/look-up" },
  {
    who: "platform",
    steps: ["s1", "s2", "s3", "s4", "s5"],
    href: "/sign-in?callbackUrl=%2Fme%2Forganisations%2Fnew",
  },
  { who: "lab", steps: ["s1", "s2", "s3", "s4"], href: "/docs/guides/lab" },
] as const;

/** One deal, three pairs of hands: what each of them does, in order. */
export default async function HowItWorksPage() {
  const t = await getTranslations("site.how");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <nav aria-label={t("jump")} className="-mt-4">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {PEOPLE.map(({ who }) => (
            <li key={who}>
              <TextLink href={`#${who}`}>{t(`${who}.title`)}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      {PEOPLE.map(({ who, steps, href }) => (
        <Section key={who} id={who} title={t(`${who}.title`)} lead={t(`${who}.lead`)}>
          <ol className="grid gap-x-10 gap-y-7 sm:grid-cols-2 lg:grid-cols-3">
            {steps.map((step, index) => (
              <li key={step} className="flex gap-3">
                <span aria-hidden="true" className="font-serif text-xl leading-7 text-accent tabular-nums">
                  {index + 1}
                </span>
                <div>
                  <h3 className="text-lg">{t(`${who}.${step as "s1"}.title`)}</h3>
                  <p className="mt-1 text-muted">{t(`${who}.${step as "s1"}.text`)}</p>
                </div>
              </li>
            ))}
          </ol>
          <p>
            <LinkButton href={href} variant={who === "creator" ? "primary" : "secondary"} prefetch={false}>
              {t(`${who}.act`)}
            </LinkButton>
          </p>
        </Section>
      ))}
      <Section title={t("end.title")}>
        <dl className="grid gap-x-10 gap-y-7 sm:grid-cols-2">
          {(["1", "2", "3", "4"] as const).map((n) => (
            <div key={n}>
              <dt className="font-medium">{t(`end.q${n}`)}</dt>
              <dd className="mt-1 text-muted">{t(`end.a${n}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </Page>
  );
}
