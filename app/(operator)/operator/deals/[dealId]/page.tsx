import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryList } from "@/app/_books/entry-list";
import { DealStateBadge } from "@/app/_deals/view/deal-state-badge";
import { MoneyFlow } from "@/app/_flow/money-flow";
import { read } from "@/app/_web/page/page";
import { getDeal } from "@/modules/deals/queries";
import { dealFlow } from "@/modules/earnings/queries/deal-flow";
import { readEntriesOfDeal } from "@/modules/ledger/queries/entries-of-deal";
import { Banner } from "@/ui/page/banner";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { Definitions } from "@/ui/text/definition";
import { DateText, InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { DealActs } from "../_components/deal-acts";

type Props = { params: Promise<{ dealId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read(getDeal, { dealId: (await params).dealId })).title };
}

/** One deal as the operator handles it: its money, the act that is theirs, and what of it is on the books. */
export default async function OperatorDealPage({ params }: Props) {
  const { dealId } = await params;
  const [t, deal, flow, entries] = await Promise.all([
    getTranslations("operator.deal"),
    read(getDeal, { dealId }),
    read(dealFlow, { dealId }),
    read(readEntriesOfDeal, { dealId }),
  ]);
  const cancelled = deal.state === "cancelled";
  const dates = [
    { term: t("sealed"), at: deal.sealedAt },
    { term: t("funded"), at: deal.fundedAt },
    { term: t("allocated"), at: deal.allocatedAt },
  ];
  return (
    <Page
      title={<span translate="no">{deal.title}</span>}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <DealStateBadge state={deal.state} noticeOver={!deal.noticeRunning} />
          <span translate="no">
            {deal.platform.name} → {deal.licensee.name}
          </span>
        </span>
      }
      breadcrumbs={[{ href: "/operator/deals", label: (await getTranslations("operator"))("nav.funding") }]}
      actions={<DealActs deal={deal} size="md" />}
    >
      {deal.state === "disputed" && (
        <Banner tone="bad" title={t("frozen")}>
          <p translate="no">{deal.disputeReason}</p>
          <p className="mt-1 text-sm text-muted">{t("frozenWhy")}</p>
        </Banner>
      )}
      {deal.state === "sealed" && deal.cancellation === null && <Banner tone="waiting" title={t("waits")} />}
      {deal.cancellation !== null && (
        <Banner tone={cancelled ? "bad" : "waiting"} title={t(cancelled ? "cancelled" : "cancelAsked")}>
          <p translate="no">{deal.cancellation.reason}</p>
          {deal.cancellation.note !== null && (
            <p translate="no" className="mt-1 text-sm">
              {deal.cancellation.note}
            </p>
          )}
        </Banner>
      )}
      <Section title={t("money")} lead={t(`moneyLead.${cancelled ? "cancelled" : flow.source}`)}>
        <MoneyFlow
          flow={flow}
          of={deal.id}
          payer={deal.licensee.name}
          platform={deal.platform.name}
          cancelled={cancelled}
        />
      </Section>
      <Section title={t("facts")}>
        <Definitions
          items={[
            ...dates.flatMap(({ term, at }) =>
              at === null ? [] : [{ term, value: <InstantText at={at} /> }],
            ),
            ...(deal.fundingReference === null
              ? []
              : [{ term: t("reference"), value: <span translate="no">{deal.fundingReference}</span> }]),
            ...(deal.fundingValueDate === null
              ? []
              : [{ term: t("valueDate"), value: <DateText at={deal.fundingValueDate} /> }]),
            {
              term: t("more"),
              value: (
                <span className="flex flex-wrap gap-x-6">
                  <TextLink href={`/o/${deal.platform.id}/deals/${deal.id}`}>{t("asPlatform")}</TextLink>
                  <TextLink href={`/operator/audit?subject=${deal.id}`}>{t("audit")}</TextLink>
                  <TextLink href={`/operator/parties/${deal.platform.id}`}>{t("platform")}</TextLink>
                  {deal.sealedAllocationId !== null && (
                    <TextLink href={`/o/${deal.platform.id}/allocations/${deal.sealedAllocationId}`}>
                      {t("allocation")}
                    </TextLink>
                  )}
                </span>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t("entries")} lead={t("entriesLead")}>
        {entries.items.length === 0 ? (
          <Empty title={t("noEntries")}>{t(deal.fundedAt === null ? "noEntriesWhy" : "noEntriesSoon")}</Empty>
        ) : (
          <EntryList entries={entries.items} caption={t("entries")} />
        )}
      </Section>
    </Page>
  );
}
