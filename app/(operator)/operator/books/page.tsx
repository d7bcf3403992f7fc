import type { Metadata } from "next";
import { EntryList } from "@/app/_books/entry-list";
import { TrialBalanceTable } from "@/app/_books/trial-balance-table";
import { read } from "@/app/_web/page";
import { readJournal } from "@/modules/ledger/queries/books";
import { readTrialBalance } from "@/modules/ledger/queries/trial-balance";
import { TrialBalanceRequest } from "@/modules/ledger/schema";
import { Button, LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Field, Input } from "@/ui/field";
import { Page, Section } from "@/ui/page";
import { Pager } from "@/ui/pager";

type Props = { searchParams: Promise<{ asOf?: string; cursor?: string }> };

export const metadata: Metadata = { title: "Books" };

export default async function BooksPage({ searchParams }: Props) {
  const { asOf, cursor } = await searchParams;
  const asked = TrialBalanceRequest.safeParse(asOf ? { asOf } : {});
  const trial = await read(readTrialBalance, asked.success ? asked.data : {});
  const journal = await read(readJournal, cursor && /^\d{1,18}$/.test(cursor) ? { cursor } : {});
  return (
    <Page
      title="Books"
      lead="Double entry, append-only, per currency. The database refuses an entry that does not balance and any change of what stands."
      actions={
        <LinkButton variant="secondary" href="/api/v1/books/journal.hledger" prefetch={false}>
          Download for hledger
        </LinkButton>
      }
    >
      <Section
        title={trial.asOf ? `Trial balance at the end of ${trial.asOf}` : "Trial balance"}
        lead="Summed from the journal itself, not from a cache."
        actions={<AsOfForm asOf={trial.asOf ?? undefined} />}
      >
        {trial.currencies.length === 0 ? (
          <Empty title="The books are empty">
            The first entry is posted when the payment of a sealed deal is confirmed.
          </Empty>
        ) : (
          <div className="flex flex-col gap-8">
            {trial.currencies.map((sums) => (
              <TrialBalanceTable key={sums.currency} sums={sums} />
            ))}
          </div>
        )}
      </Section>
      <Section title="Journal" lead="Newest first; lines are summed per account and deal.">
        {journal.items.length === 0 ? (
          <Empty title="No entries">
            Fundings, allocations, claims and reversals appear here as they are posted.
          </Empty>
        ) : (
          <EntryList entries={journal.items} caption="Journal, newest first" />
        )}
        <Pager
          nextHref={journal.nextCursor ? `/operator/books?cursor=${journal.nextCursor}` : null}
          firstHref={cursor ? "/operator/books" : null}
        />
      </Section>
    </Page>
  );
}

function AsOfForm({ asOf }: { asOf: string | undefined }) {
  return (
    <form method="get" action="/operator/books" className="flex flex-wrap items-end gap-3">
      <Field label="At the end of">
        <Input type="date" name="asOf" defaultValue={asOf} />
      </Field>
      <Button variant="secondary" type="submit">
        Show
      </Button>
    </form>
  );
}
