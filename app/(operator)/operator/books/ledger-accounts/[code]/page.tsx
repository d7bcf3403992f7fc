import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryList } from "@/app/_books/entry-list";
import { ACCOUNT_WORDS } from "@/app/_books/words";
import { read } from "@/app/_web/page";
import { readLedgerAccount } from "@/modules/ledger/queries/books";
import { AccountCode } from "@/modules/ledger/schema";
import { Empty } from "@/ui/empty";
import { MoneyText } from "@/ui/money";
import { Page, Section } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { Stat, Stats } from "@/ui/stat";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: ACCOUNT_WORDS[(await params).code] ?? "Ledger account" };
}

export default async function LedgerAccountPage({ params, searchParams }: Props) {
  const known = AccountCode.safeParse((await params).code);
  if (!known.success) notFound();
  const { cursor } = await searchParams;
  const account = await read(readLedgerAccount, {
    account: known.data,
    ...(cursor && /^\d{1,18}$/.test(cursor) ? { cursor } : {}),
  });
  const here = `/operator/books/ledger-accounts/${account.account}`;
  return (
    <Page
      title={account.title}
      lead={`Ledger account ${account.account}; its balance stands on the ${account.normalSide} side.`}
      breadcrumbs={[{ href: "/operator/books", label: "Books" }]}
    >
      {account.balances.length > 0 && (
        <Stats>
          {account.balances.map(({ currency, balanceMinor }) => (
            <Stat
              key={currency}
              label={currency}
              value={<MoneyText money={{ currency, minor: balanceMinor }} />}
            />
          ))}
        </Stats>
      )}
      {account.deals.length > 0 && (
        <Section title="By deal" lead="The hundred largest balances.">
          <Table caption="Balances by deal">
            <THead>
              <Tr>
                <Th>Deal</Th>
                <Th numeric>Balance</Th>
              </Tr>
            </THead>
            <TBody>
              {account.deals.map((deal) => (
                <Tr key={`${deal.dealId}${deal.currency}`}>
                  <Td label="Deal">
                    <span className="font-mono text-sm break-all">{deal.dealId ?? "no deal"}</span>
                  </Td>
                  <Td numeric label="Balance">
                    <MoneyText money={{ currency: deal.currency, minor: deal.balanceMinor }} />
                  </Td>
                </Tr>
              ))}
            </TBody>
          </Table>
        </Section>
      )}
      <Section title="Entries">
        {account.items.length === 0 ? (
          <Empty
            title="Nothing on this account"
            action={<TextLink href="/operator/books">Back to the books</TextLink>}
          >
            Entries that touch it appear here.
          </Empty>
        ) : (
          <EntryList entries={account.items} caption={`Entries of ${account.title}, newest first`} />
        )}
        <Pager
          nextHref={account.nextCursor ? `${here}?cursor=${account.nextCursor}` : null}
          firstHref={cursor ? here : null}
        />
      </Section>
    </Page>
  );
}
