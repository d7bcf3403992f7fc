import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { dealNames } from "@/modules/earnings/queries/earnings";
import { jointParts } from "@/modules/earnings/queries/joint-parts";
import { myHandlesAndMoney } from "@/modules/earnings/queries/own-handles";
import { readStatement, readStatementMonths } from "@/modules/ledger/queries/statement";
import { LinkButton } from "@/ui/button/button";
import { PrintButton } from "@/ui/button/print-button";
import { Banner } from "@/ui/page/banner";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { askedFor, filterQuery } from "./_components/asked";
import { BalanceStats } from "./_components/balance-stats";
import { FilterForm } from "./_components/filter-form";
import { MonthByMonth } from "./_components/months";
import { PaperHead } from "./_components/paper-head";
import { PeriodTitle } from "./_components/period-title";
import { StatementTable } from "./_components/statement-table";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

const ROWS = 50;

export async function generateMetadata() {
  const t = await getTranslations("statement");
  return { title: t("title") };
}

/** A bank statement: figures, filters in the address, lines a page at a time, and the months they make. */
export default async function StatementPage({ searchParams }: Props) {
  const { asked, isOdd } = askedFor(await searchParams);
  const [t, who, statement, months, handles] = await Promise.all([
    getTranslations("statement"),
    viewer(),
    read(readStatement, { ...asked, limit: ROWS }),
    read(readStatementMonths, {}),
    read(myHandlesAndMoney, {}),
  ]);
  const ids = new Set(statement.items.flatMap((line) => line.dealId ?? []));
  const allocationIds = statement.items.flatMap((line) =>
    line.cause === "allocation" ? [line.causeId] : [],
  );
  const [names, joint] = await Promise.all([
    read(dealNames, { dealIds: [...ids] }),
    read(jointParts, { allocationIds: [...new Set(allocationIds)] }),
  ]);
  const filter = filterQuery(asked);
  const next = new URLSearchParams(filter);
  next.set("cursor", statement.nextCursor ?? "");
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <>
          <LinkButton
            variant="secondary"
            href={`/api/v1/statement.csv?${filter}`}
            prefetch={false}
            className="print:hidden"
          >
            {t("csv")}
          </LinkButton>
          <PrintButton label={t("print")} />
        </>
      }
    >
      <PaperHead asked={asked} person={who?.person.name ?? who?.person.email ?? ""} now={new Date()} />
      <BalanceStats statement={statement} onHold={handles.items.flatMap((handle) => handle.held)} />
      <Section title={<PeriodTitle asked={asked} />}>
        <FilterForm asked={asked} />
        {isOdd && (
          <Banner tone="bad" title={t("bad.title")}>
            {t("bad.text")}
          </Banner>
        )}
        {statement.items.length === 0 ? (
          <Empty
            title={t(filter.size > 0 ? "empty.noneTitle" : "empty.title")}
            action={
              filter.size > 0 ? (
                <LinkButton href="/me/statement">{t("filter.clear")}</LinkButton>
              ) : (
                <LinkButton href="/me/handles">{t("empty.action")}</LinkButton>
              )
            }
          >
            {t(filter.size > 0 ? "empty.noneText" : "empty.text")}
          </Empty>
        ) : (
          <StatementTable lines={statement.items} names={names.items} joint={joint.items} />
        )}
        <Pager
          nextHref={statement.nextCursor ? `/me/statement?${next}` : null}
          firstHref={asked.cursor ? `/me/statement?${filter}` : null}
        />
      </Section>
      <MonthByMonth months={months.items} />
    </Page>
  );
}
