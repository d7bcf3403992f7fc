import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { getRegisterDeal } from "@/modules/lookup/register";
import { LinkButton } from "@/ui/button/button";
import { Stat, Stats } from "@/ui/chart/stat";
import { Banner } from "@/ui/page/banner";
import { Page, Section } from "@/ui/page/page";
import { MoneyText } from "@/ui/text/money";
import { InstantText, NumberText } from "@/ui/text/numbers";
import { DealMoney } from "../../_components/deal-money";
import { Mark, mark } from "../../_components/mark";
import { pageMetadata } from "../../_components/page-metadata";
import { Contributors, StateBadge } from "../_components/register-table";
import { DealDates, DealProof } from "./_components/deal-proof";
import { DealTerms } from "./_components/deal-terms";

type Props = { params: Promise<{ dealId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dealId } = await params;
  const [t, deal] = await Promise.all([getTranslations("register.deal"), read(getRegisterDeal, { dealId })]);
  const description = t("description", { title: deal.title });
  return pageMetadata({ title: deal.title, description, path: `/register/${dealId}` });
}

/** One sealed deal as a document: readable without a script, and on paper. */
export default async function RegisterDealPage({ params }: Props) {
  const { dealId } = await params;
  const [t, deal] = await Promise.all([getTranslations("register.deal"), read(getRegisterDeal, { dealId })]);
  const { waiting, parts, source } = deal.money;
  const { cancelledAt } = deal;
  return (
    <Page
      breadcrumbs={[{ href: "/register", label: t("breadcrumb") }]}
      title={<Mark>{deal.title}</Mark>}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span>{t.rich("lead", { platform: mark(deal.platform.name), licensee: mark(deal.licensee) })}</span>
          <StateBadge state={deal.state} />
        </span>
      }
    >
      {cancelledAt !== null && (
        <Banner tone="bad" title={t.rich("cancelledTitle", { at: () => <InstantText at={cancelledAt} /> })}>
          <p>{t("cancelledText")}</p>
          {deal.cancelReason !== null && (
            <p className="mt-2">{t.rich("cancelledReason", { reason: mark(deal.cancelReason) })}</p>
          )}
        </Banner>
      )}
      <Stats>
        <Stat label={t("gross")} value={<MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />} />
        <Stat label={t("contributors")} value={<Contributors of={deal.id} count={deal.contributors} />} />
        <Stat label={t("items")} value={<NumberText value={deal.items} figure={`deal.items:${deal.id}`} />} />
        <Stat
          label={t("tokens")}
          value={<NumberText value={deal.tokens} figure={`deal.tokens:${deal.id}`} />}
        />
      </Stats>
      <Section title={t("money")} lead={t("moneyLead")}>
        <DealMoney deal={deal} />
        <p className="max-w-[68ch] text-sm text-muted">
          {cancelledAt !== null
            ? t("moneyCancelled")
            : waiting !== null
              ? t("moneyLive")
              : parts === null
                ? t("moneyFew")
                : source === "ledger"
                  ? t("moneySmall")
                  : t("moneySealed")}
        </p>
      </Section>
      <Section title={t("terms")}>
        <DealTerms deal={deal} />
      </Section>
      <Section title={t("dates")}>
        <DealDates deal={deal} />
      </Section>
      <Section title={t("check")} lead={t("checkLead")}>
        <DealProof deal={deal} />
      </Section>
      <div data-screen>
        <Section title={t("lookUp")}>
          <p>
            <LinkButton
              href={`/look-up?platform=${encodeURIComponent(deal.platform.host ?? deal.platform.id)}&handle=`}
              variant="secondary"
              className="max-w-full whitespace-normal"
            >
              <span>{t.rich("lookUpAct", { platform: mark(deal.platform.name) })}</span>
            </LinkButton>
          </p>
        </Section>
      </div>
    </Page>
  );
}
