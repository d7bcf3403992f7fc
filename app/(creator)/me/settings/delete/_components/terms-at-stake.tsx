import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Departure } from "@/modules/departures/schema";
import { Banner } from "@/ui/page/banner";
import { Section } from "@/ui/page/page";
import { Definitions } from "@/ui/text/definition";
import { TextLink } from "@/ui/text/text-link";

/** What somebody's leaving means for what they allowed and refused: silence, which is not a no. */
export function TermsAtStake({ about }: { about: z.output<typeof Departure> }) {
  const t = useTranslations("settings.delete.consent");
  const { terms, handles, works } = about;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Definitions
        items={[
          { term: t("terms"), value: t("termsValue", { n: terms }), hint: t("licensed") },
          {
            term: t("handles"),
            value: (
              <>
                {t("handlesValue", { n: handles.length })}
                {handles.map(({ id, name, platform }) => (
                  <span key={id} translate="no" className="block">
                    {name} · {platform}
                  </span>
                ))}
              </>
            ),
            hint: handles.length > 0 && t("handlesHint"),
          },
          {
            term: t("works"),
            value: (
              <>
                {works.own + works.shared === 0 && t("noWorks")}
                {works.own > 0 && <span className="block">{t("ownWorks", { n: works.own })}</span>}
                {works.shared > 0 && <span className="block">{t("sharedWorks", { n: works.shared })}</span>}
              </>
            ),
          },
        ]}
      />
      <Banner title={t("silence")}>
        <p>{t("silenceBody")}</p>
        <p className="mt-1">
          <TextLink href="/me/terms">{t("silenceAct")}</TextLink>
        </p>
      </Banner>
    </Section>
  );
}
