import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DealFilters } from "@/app/_deals/list/deal-filters";
import { isFiltered, type ListParams, listHref, listInput } from "@/app/_deals/list/list-params";
import { read } from "@/app/_web/page/page";
import { listDeals } from "@/modules/deals/queries";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { OperatorDeals } from "./_components/operator-deals";

const BASE = "/operator/deals";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operator"))("funding.title") };
}

/** What waits for a payment first; below it every deal of the instance, to look up, freeze or let go on. */
export default async function Funding({ searchParams }: { searchParams: Promise<ListParams> }) {
  const t = await getTranslations("operator.funding");
  const search = await searchParams;
  const filtered = isFiltered(search) || Boolean(search.cursor);
  const [sealed, all] = await Promise.all([
    read(listDeals, { state: "sealed", sort: "oldest", limit: 100 }),
    read(listDeals, listInput(search)),
  ]);
  const waiting = sealed.items.filter(({ cancellation }) => cancellation === null);
  const leaving = sealed.items.filter(({ cancellation }) => cancellation !== null);
  return (
    <Page title={t("title")} lead={t("lead")}>
      {!filtered && (
        <Section title={t("waiting")} lead={t("waitingLead")}>
          {waiting.length === 0 ? (
            <Empty title={t("noneWaiting")}>{t("noneWaitingWhy")}</Empty>
          ) : (
            <OperatorDeals deals={waiting} caption={t("waiting")} />
          )}
        </Section>
      )}
      {!filtered && sealed.nextCursor !== null && <p className="text-sm text-muted">{t("oldest")}</p>}
      {!filtered && leaving.length > 0 && (
        <Section title={t("leaving")} lead={t("leavingLead")}>
          <OperatorDeals deals={leaving} caption={t("leaving")} />
        </Section>
      )}
      <Section title={t("all")}>
        <div className="flex flex-col gap-6">
          <DealFilters base={BASE} search={search} />
          {all.items.length > 0 ? (
            <OperatorDeals deals={all.items} caption={t("all")} among />
          ) : filtered ? (
            <Empty
              title={t("noFit")}
              action={
                <LinkButton href={BASE} variant="secondary">
                  {t("showAll")}
                </LinkButton>
              }
            >
              {t("noFitWhy")}
            </Empty>
          ) : (
            <Empty title={t("none")}>{t("noneWhy")}</Empty>
          )}
          <Pager
            nextHref={all.nextCursor && listHref(BASE, { ...search, cursor: all.nextCursor })}
            firstHref={search.cursor ? listHref(BASE, { ...search, cursor: undefined }) : null}
          />
        </div>
      </Section>
    </Page>
  );
}
