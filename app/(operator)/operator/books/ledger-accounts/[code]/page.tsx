import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { accountText } from "@/app/_books/words";
import { read } from "@/app/_web/page/page";
import { DEAL_NAMES_MAX, dealNames } from "@/modules/deals/doors/deal-names";
import { readLedgerAccount } from "@/modules/ledger/queries/books";
import { AccountCode } from "@/modules/ledger/schema";
import { Stat, Stats } from "@/ui/chart/stat";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { MoneyText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";
import { ByDeal } from "./_components/by-deal";
import { RunningTable } from "./_components/running-table";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: accountText(await getTranslations("books"), (await params).code) };
}

/** One account: what stands on it, by deal, and each entry with the balance after it. */
export default async function LedgerAccountPage({ params, searchParams }: Props) {
  const known = AccountCode.safeParse((await params).code);
  if (!known.success) notFound();
  const { cursor } = await searchParams;
  const t = await getTranslations("books");
  const account = await read(readLedgerAccount, {
    account: known.data,
    ...(cursor ? { cursor } : {}),
  });
  const dealIds = [...new Set(account.deals.flatMap(({ dealId }) => dealId ?? []))].slice(0, DEAL_NAMES_MAX);
  const { items: deals } = await read(dealNames, { dealIds });
  const here = `/operator/books/ledger-accounts/${account.account}`;
  return (
    <Page
      title={accountText(t, account.account)}
      lead={`${t(`means.${account.account}`)} ${t(account.normalSide === "debit" ? "onDebit" : "onCredit")}`}
      breadcrumbs={[{ href: "/operator/books", label: t("title") }]}
    >
      {account.balances.length > 0 && (
        <Stats>
          {account.balances.map(({ currency, balanceMinor }) => (
            <Stat
              key={currency}
              label={t("trial.balance")}
              value={
                <MoneyText
                  money={{ currency, minor: balanceMinor }}
                  figure={`trial.balance:${account.account}:${currency}`}
                />
              }
            />
          ))}
        </Stats>
      )}
      {account.deals.length > 0 && (
        <Section title={t("byDeal.title")} lead={t("byDeal.lead")}>
          <ByDeal
            of={account.account}
            rows={account.deals}
            names={new Map(deals.map(({ id, title }) => [id, title]))}
          />
        </Section>
      )}
      <Section title={t("running.title")} lead={t("running.lead")}>
        {account.items.length === 0 ? (
          <Empty
            title={t("running.empty")}
            action={<TextLink href="/operator/books">{t("running.back")}</TextLink>}
          >
            {t("running.emptyWhy")}
          </Empty>
        ) : (
          <RunningTable of={account.account} entries={account.items} running={account.running} />
        )}
        <Pager
          nextHref={account.nextCursor && `${here}?cursor=${account.nextCursor}`}
          firstHref={cursor ? here : null}
        />
      </Section>
    </Page>
  );
}
