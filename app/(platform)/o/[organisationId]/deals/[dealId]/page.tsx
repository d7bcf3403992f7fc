import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DealStateBadge } from "@/app/_deals/view/deal-state-badge";
import { DealTerms } from "@/app/_deals/view/deal-terms";
import { MoneyTerms } from "@/app/_deals/view/money-terms";
import { read } from "@/app/_web/page/page";
import { mayAt } from "@/app/_web/page/permissions";
import { viewer } from "@/app/_web/page/viewer";
import { dealAllocations } from "@/modules/allocation/queries/allocation";
import { dealClearances } from "@/modules/clearance/queries";
import { getDeal, getDealAnswers, getDealHistory, listDealVersions } from "@/modules/deals/queries";
import { dealFlow } from "@/modules/earnings/queries/deal-flow";
import { listManifests } from "@/modules/manifests/read/queries";
import { Page, Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";
import { AllocationSection } from "./_components/allocation-section";
import { Answers } from "./_components/answers";
import { ClearanceSection } from "./_components/clearance-section";
import { DealInWords } from "./_components/deal-in-words";
import { FlowSection } from "./_components/flow-section";
import { History } from "./_components/history";
import { ManifestsSection } from "./_components/manifests-section";
import { NextStep } from "./_components/next-step";
import { Versions } from "./_components/versions";

type Props = { params: Promise<{ organisationId: string; dealId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dealId } = await params;
  return { title: (await read(getDeal, { dealId })).title };
}

/** One deal: where it stands and what comes next, its money to the last unit, its work, its terms. */
export default async function DealPage({ params }: Props) {
  const { organisationId, dealId } = await params;
  const deal = await read(getDeal, { dealId });
  // A licensee's members see no manifest.
  const mine = deal.platform.id === organisationId;
  const [t, who, answers, history, versions, flow, manifests, clearances, splits] = await Promise.all([
    getTranslations("deals"),
    viewer(),
    read(getDealAnswers, { dealId }),
    read(getDealHistory, { dealId }),
    read(listDealVersions, { dealId }),
    read(dealFlow, { dealId }),
    mine ? read(listManifests, { dealId, limit: 20 }) : { items: [] },
    read(dealClearances, { dealId, limit: 5 }),
    read(dealAllocations, { dealId, limit: 8 }),
  ]);
  const mayRun = mine && mayAt(who, organisationId, "manifests:write");
  const standing = who?.memberships.find((one) => one.organisationId === organisationId)?.state;
  const isUnverified = mine && standing === "unverified";
  const hasManifest = manifests.items.some((one) => one.state === "ready" && !one.dryRun);
  const cleared = clearances.items.some((one) => one.state === "succeeded");
  return (
    <Page
      title={<span translate="no">{deal.title}</span>}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <DealStateBadge state={deal.state} noticeOver={!deal.noticeRunning} />
          <span>
            {t.rich("page.between", {
              platform: deal.platform.name,
              licensee: deal.licensee.name,
              name: (chunks) => <span translate="no">{chunks}</span>,
            })}
          </span>
          <Code inline>{deal.id}</Code>
        </span>
      }
      breadcrumbs={[{ href: `/o/${organisationId}/deals`, label: t("title") }]}
    >
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[1.25fr_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <NextStep {...{ deal, organisationId, hasManifest, isUnverified }} now={new Date()} />
          <DealInWords deal={deal} />
        </div>
        <section aria-labelledby="road" className="min-w-0">
          <h2 id="road" className="mb-4 text-xl">
            {t("road.title")}
          </h2>
          <History deal={deal} steps={history.items} />
        </section>
      </div>
      <FlowSection deal={deal} flow={flow} />
      {mine && <ManifestsSection {...{ organisationId, deal, mayRun }} manifests={manifests.items} />}
      {(mine || clearances.items.length > 0) && (
        <ClearanceSection {...{ organisationId, deal, hasManifest, mayRun }} clearances={clearances.items} />
      )}
      {(mine || splits.items.length > 0) && (
        <AllocationSection {...{ organisationId, deal, cleared, mayRun }} splits={splits.items} />
      )}
      {deal.noticedAt && <Answers deal={deal} answers={answers} />}
      <Section title={t("page.terms")} lead={t("page.termsLead")} id="terms">
        <MoneyTerms deal={deal} />
        <DealTerms deal={deal} />
      </Section>
      <Section title={t("page.versions")} lead={t("page.versionsLead")} id="versions">
        <Versions of={deal.id} versions={versions.items} />
      </Section>
    </Page>
  );
}
