import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { readBalances, readStatement } from "@/modules/ledger/queries/statement";
import { StatementRequest } from "@/modules/ledger/schema";
import { Banner } from "@/ui/banner";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Page, Section } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { BalanceStats } from "./_components/balance-stats";
import { PeriodForm } from "./_components/period-form";
import { StatementTable } from "./_components/statement-table";

type Props = { searchParams: Promise<{ from?: string; to?: string; cursor?: string }> };

export const metadata: Metadata = { title: "Statement" };

/** Drops empty fields, which a GET form sends too. */
const filled = (asked: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])));

export default async function StatementPage({ searchParams }: Props) {
  const { from, to, cursor } = await searchParams;
  const asked = filled({ from, to, cursor });
  const parsed = StatementRequest.safeParse(asked);
  const isOdd = !parsed.success || (from && to && from > to);
  const statement = await read(readStatement, isOdd ? {} : asked);
  const balances = await read(readBalances, {});
  const period = new URLSearchParams(isOdd ? {} : filled({ from, to }));
  const next = new URLSearchParams({ ...Object.fromEntries(period), cursor: statement.nextCursor ?? "" });
  return (
    <Page
      title="Statement"
      lead="Every entry in Remit's books that touches you, with the balance after it. Nothing here is ever edited: a correction is a new line."
      actions={
        <LinkButton variant="secondary" href={`/api/v1/statement.csv?${period}`} prefetch={false}>
          Download CSV
        </LinkButton>
      }
    >
      <BalanceStats balances={balances.items} />
      <Section title={periodTitle(statement.from, statement.to)} actions={<PeriodForm from={from} to={to} />}>
        {isOdd && (
          <Banner tone="bad" title="That is not a period">
            Give days like 2026-03-01, the first not after the last. Everything is shown instead.
          </Banner>
        )}
        {statement.items.length === 0 ? (
          <Empty
            title={period.size > 0 ? "Nothing in this period" : "No money has moved yet"}
            action={
              <LinkButton href={period.size > 0 ? "/me/statement" : "/me/handles"}>
                {period.size > 0 ? "Show everything" : "Prove a handle"}
              </LinkButton>
            }
          >
            {period.size > 0
              ? "No entry of yours took effect between these days."
              : "When a deal you are in is paid, or you prove a handle with money waiting for it, the entry appears here."}
          </Empty>
        ) : (
          <StatementTable statement={statement} />
        )}
        <Pager
          nextHref={statement.nextCursor ? `/me/statement?${next}` : null}
          firstHref={cursor ? `/me/statement?${period}` : null}
        />
      </Section>
    </Page>
  );
}

function periodTitle(from: string | null, to: string | null): string {
  if (from && to) return from === to ? from : `${from} to ${to}`;
  if (from) return `Since ${from}`;
  return to ? `Until ${to}` : "Everything";
}
