import type { Metadata } from "next";
import { DealMoney } from "@/app/_deals/deal-money";
import { DealStateBadge } from "@/app/_deals/deal-state-badge";
import { DealTerms } from "@/app/_deals/deal-terms";
import { read } from "@/app/_web/page";
import { getDeal, getDealAnswers, getDealHistory, listDealVersions } from "@/modules/deals/queries";
import { Code } from "@/ui/code";
import { Page, Section } from "@/ui/page";
import { AllocationSection } from "./_components/allocation-section";
import { Answers } from "./_components/answers";
import { ClearanceSection } from "./_components/clearance-section";
import { History } from "./_components/history";
import { ManifestsSection } from "./_components/manifests-section";
import { NextStep } from "./_components/next-step";
import { Versions } from "./_components/versions";

type Props = { params: Promise<{ organisationId: string; dealId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dealId } = await params;
  return { title: (await read(getDeal, { dealId })).title };
}

/** One deal: where it stands, what can be done, its money and terms, and the work others' sections show. */
export default async function DealPage({ params }: Props) {
  const { organisationId, dealId } = await params;
  const [deal, answers, history, versions] = await Promise.all([
    read(getDeal, { dealId }),
    read(getDealAnswers, { dealId }),
    read(getDealHistory, { dealId }),
    read(listDealVersions, { dealId }),
  ]);
  return (
    <Page
      title={deal.title}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <DealStateBadge state={deal.state} />
          <span>
            {deal.platform.name} to {deal.licensee.name}
          </span>
          <Code inline>{deal.id}</Code>
        </span>
      }
      breadcrumbs={[{ href: `/o/${organisationId}/deals`, label: "Deals" }]}
    >
      <NextStep deal={deal} organisationId={organisationId} now={new Date()} />
      <Section title="Money" lead="Of what the licensee pays, to the smallest unit of the currency.">
        <DealMoney deal={deal} />
      </Section>
      <ManifestsSection organisationId={organisationId} deal={deal} />
      <ClearanceSection organisationId={organisationId} deal={deal} />
      <AllocationSection organisationId={organisationId} deal={deal} />
      <Section title="Terms">
        <DealTerms deal={deal} />
      </Section>
      {deal.noticedAt && <Answers deal={deal} answers={answers} />}
      <Section title="History">
        <History deal={deal} steps={history.items} />
      </Section>
      <Section title="Versions" lead="The terms as they stood, kept for good.">
        <Versions versions={versions.items} />
      </Section>
    </Page>
  );
}
