import { getTranslations } from "next-intl/server";
import { earningsView, shownFor } from "@/app/_earnings/view";
import { read } from "@/app/_web/page/page";
import { myEarnings } from "@/modules/earnings/queries/earnings";
import { myHandlesAndMoney } from "@/modules/earnings/queries/own-handles";
import { readBalances } from "@/modules/ledger/queries/statement";
import { LinkButton } from "@/ui/button/button";
import { Stat, Stats } from "@/ui/chart/stat";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { MoneyText } from "@/ui/text/money";
import { minorOf } from "../_components/money-now";
import { MonthChart } from "../_components/month-chart";
import { Choices } from "./_components/choices";
import { MonthTable } from "./_components/month-table";
import { SourceTable } from "./_components/source-table";

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("creator.earnings");
  return { title: t("title") };
}

/** A person's earnings by month and source, in one currency: a chart, and a table with the same figures. */
export default async function EarningsPage({ searchParams }: Props) {
  const [t, asked, { items }, handles, balances] = await Promise.all([
    getTranslations("creator.earnings"),
    searchParams,
    read(myEarnings, {}),
    read(myHandlesAndMoney, {}),
    read(readBalances, {}),
  ]);
  const shown = shownFor(items, asked);
  const view = earningsView(items, shown, new Date());
  const { currency, by, period } = shown;
  const held = handles.items.flatMap((handle) => handle.held);
  const own = balances.items.find((balance) => balance.currency === currency)?.heldMinor ?? "0";
  const onHold = BigInt(minorOf(held, currency)) + BigInt(own);
  if (items.length === 0)
    return (
      <Page title={t("title")} lead={t("lead")}>
        <Empty title={t("empty")} action={<LinkButton href="/me/deals">{t("emptyAction")}</LinkButton>}>
          {t("emptyText")}
        </Empty>
      </Page>
    );
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <LinkButton
          variant="secondary"
          href={`/me/earnings/csv?${new URLSearchParams(shown)}`}
          prefetch={false}
          className="print:hidden"
        >
          {t("csv")}
        </LinkButton>
      }
    >
      <Choices shown={shown} currencies={view.currencies} />
      <Stats>
        <Stat
          label={t(`total.${shown.period}`)}
          tone="good"
          value={
            <MoneyText
              money={{ currency, minor: view.totalMinor }}
              figure={`me.earned:${currency}:${period}`}
            />
          }
          hint={t("totalHint")}
        />
        {onHold > 0n && (
          <Stat
            label={t("onHold")}
            tone="waiting"
            value={<MoneyText money={{ currency, minor: onHold }} figure={`me.held:${currency}`} />}
            hint={t("onHoldHint")}
          />
        )}
      </Stats>
      <Section title={t("byMonth")}>
        {view.sources.length === 0 ? (
          <p className="text-muted">{t("nothing")}</p>
        ) : (
          <>
            <MonthChart months={view.months} currency={currency} label={t("chart")} />
            <MonthTable view={view} />
          </>
        )}
      </Section>
      {view.sources.length > 0 && (
        <Section title={t(by === "deal" ? "byDeal" : "byPlatform")}>
          <SourceTable view={view} />
        </Section>
      )}
    </Page>
  );
}
