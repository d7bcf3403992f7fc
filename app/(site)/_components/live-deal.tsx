import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { featuredDeal } from "@/modules/lookup/register";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { DealMoney } from "./deal-money";
import { mark } from "./mark";

/** The newest deal on the books, read at each visit; an empty form where there is none. */
export async function LiveDeal() {
  const [t, { deal }] = await Promise.all([getTranslations("site.home.money"), read(featuredDeal, {})]);
  if (deal === null)
    return (
      <Section id="money" title={t("title")}>
        <Empty
          title={t("emptyTitle")}
          action={
            <LinkButton variant="secondary" href="/docs/rules">
              {t("rules")}
            </LinkButton>
          }
        >
          {t("emptyText")}
        </Empty>
      </Section>
    );
  return (
    <Section
      id="money"
      title={t("title")}
      lead={t.rich("lead", {
        platform: mark(deal.platform.name),
        deal: mark(deal.title),
        licensee: mark(deal.licensee),
      })}
    >
      <DealMoney deal={deal} hints />
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        <TextLink href={`/register/${deal.id}`}>{t("open")}</TextLink>
        <TextLink href="/docs/rules">{t("rules")}</TextLink>
      </p>
    </Section>
  );
}
