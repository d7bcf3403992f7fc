import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Departure } from "@/modules/departures/schema";
import { Section } from "@/ui/page/page";
import { Definitions } from "@/ui/text/definition";

/** What is gone the moment the account is: what says who somebody is, and every way in. */
export function WhatGoes({ about }: { about: z.output<typeof Departure> }) {
  const t = useTranslations("settings.delete.goes");
  const { sessions, providers, apiKeys, memberships } = about.goes;
  const own = (text: string | null) => (text === null ? t("none") : <span translate="no">{text}</span>);
  return (
    <Section title={t("title")}>
      <Definitions
        items={[
          { term: t("name"), value: own(about.name) },
          { term: t("email"), value: own(about.email), hint: about.email !== null && t("emailHint") },
          { term: t("signIns"), value: t("signInsValue", { sessions, providers: providers.length }) },
          { term: t("keys"), value: t("keysValue", { n: apiKeys }) },
          { term: t("notices"), value: t("noticesValue") },
          ...(memberships.length === 0
            ? []
            : [
                {
                  term: t("organisations"),
                  value: memberships.map(({ id, name }) => (
                    <span key={id} translate="no" className="block">
                      {name}
                    </span>
                  )),
                  hint: t("organisationsHint"),
                },
              ]),
        ]}
      />
    </Section>
  );
}
