import type { Metadata } from "next";
import { causeWords } from "@/app/_books/words";
import { read } from "@/app/_web/page";
import { readEntry } from "@/modules/ledger/queries/books";
import { Banner } from "@/ui/banner";
import { Code } from "@/ui/code";
import { Definitions } from "@/ui/definition";
import { InstantText, NumberText } from "@/ui/numbers";
import { Page, Section } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { TextLink } from "@/ui/text-link";
import { LinesTable, TotalsTable } from "./_components/lines-table";
import { ReverseDialog } from "./_components/reverse-dialog.client";

type Props = { params: Promise<{ entryId: string }>; searchParams: Promise<{ cursor?: string }> };

export const metadata: Metadata = { title: "Entry" };

const entryHref = (id: string) => `/operator/books/entries/${id}`;

export default async function EntryPage({ params, searchParams }: Props) {
  const { entryId } = await params;
  const { cursor } = await searchParams;
  const { entry, items, nextCursor } = await read(readEntry, {
    entryId,
    limit: 50,
    ...(cursor && /^\d{1,18}$/.test(cursor) ? { cursor } : {}),
  });
  const mayReverse = entry.reversesId === null && entry.reversedById === null;
  return (
    <Page
      title={`Entry ${entry.no}`}
      lead={entry.memo}
      breadcrumbs={[{ href: "/operator/books", label: "Books" }]}
      actions={mayReverse && <ReverseDialog entryId={entry.id} no={entry.no} />}
    >
      {entry.reversedById && (
        <Banner tone="waiting" title="This entry was reversed">
          <TextLink href={entryHref(entry.reversedById)}>See the entry that reverses it</TextLink>
        </Banner>
      )}
      <Definitions
        items={[
          {
            term: "Cause",
            value: (
              <>
                {causeWords(entry.cause)}: <Code inline>{entry.causeId}</Code>
              </>
            ),
          },
          { term: "Effective", value: <InstantText at={entry.effectiveAt} /> },
          { term: "Recorded", value: <InstantText at={entry.recordedAt} /> },
          { term: "By", value: <Code inline>{entry.actor}</Code> },
          { term: "Lines", value: <NumberText value={entry.lines} /> },
          ...(entry.reversesId === null
            ? []
            : [
                {
                  term: "Reverses",
                  value: <TextLink href={entryHref(entry.reversesId)}>the entry it corrects</TextLink>,
                },
              ]),
        ]}
      />
      <Section title="By account" lead="Debits and credits are equal in each currency.">
        <TotalsTable totals={entry.totals} />
      </Section>
      <Section title="Lines" lead="In the order they were posted.">
        <LinesTable lines={items} />
        <Pager
          nextHref={nextCursor ? `${entryHref(entry.id)}?cursor=${nextCursor}` : null}
          firstHref={cursor ? entryHref(entry.id) : null}
        />
      </Section>
    </Page>
  );
}
