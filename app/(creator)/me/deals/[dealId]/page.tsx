import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DealMoney } from "@/app/_deals/view/deal-money";
import { DealStateBadge } from "@/app/_deals/view/deal-state-badge";
import { DealTerms } from "@/app/_deals/view/deal-terms";
import { read } from "@/app/_web/page/page";
import { getMyDeal } from "@/modules/deals/contributor/contributor-queries";
import { myDealMoney } from "@/modules/earnings/queries/deal-flow";
import { myDealShares } from "@/modules/earnings/queries/deal-shares";
import { myEstimate } from "@/modules/earnings/queries/estimate";
import { myLineInDeal } from "@/modules/earnings/queries/own-share";
import { Page, Section } from "@/ui/page/page";
import { Amendments } from "./_components/amendments";
import { AnswerSection } from "./_components/answer-section";
import { OwnLine } from "./_components/own-line";
import { StandSection } from "./_components/stand-section";

type Props = { params: Promise<{ dealId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dealId } = await params;
  return { title: (await read(getMyDeal, { dealId })).title };
}

/** One deal as a contributor sees it: who buys what for how much, how they stand, what they can still say. */
export default async function MyDeal({ params }: Props) {
  const { dealId } = await params;
  const [t, deal, line, shares, money, estimate] = await Promise.all([
    getTranslations("touching"),
    read(getMyDeal, { dealId }),
    read(myLineInDeal, { dealId }),
    read(myDealShares, { dealIds: [dealId] }),
    read(myDealMoney, { dealId }),
    read(myEstimate, { dealId }),
  ]);
  const preparing = shares.preparing.includes(dealId);
  return (
    <Page
      title={<span translate="no">{deal.title}</span>}
      lead={
        <>
          <DealStateBadge state={deal.state} noticeOver={!deal.noticeRunning} />{" "}
          {t.rich("deal.lead", {
            platform: () => <span translate="no">{deal.platform.name}</span>,
            licensee: () => <span translate="no">{deal.licensee.name}</span>,
          })}
        </>
      }
      breadcrumbs={[{ href: "/me/deals", label: t("crumb") }]}
    >
      <StandSection {...{ deal, line, estimate, preparing }} />
      <AnswerSection deal={deal} now={new Date()} />
      <OwnLine {...{ deal, line, estimate, preparing }} />
      <Section title={t("deal.money")} lead={t("deal.moneyLead")}>
        <DealMoney deal={deal} money={money} />
      </Section>
      <Section title={t("deal.terms")}>
        <DealTerms deal={deal} />
      </Section>
      {deal.amendments.length > 0 && (
        <Amendments of={deal.id} amendments={deal.amendments} currency={deal.gross.currency} />
      )}
    </Page>
  );
}
