import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { causeText } from "@/app/_books/words";
import { read } from "@/app/_web/page/page";
import { DEAL_NAMES_MAX, dealNames } from "@/modules/deals/doors/deal-names";
import { readEntry } from "@/modules/ledger/queries/books";
import { whyNotAlone } from "@/modules/ledger/schema";
import { Banner } from "@/ui/page/banner";
import { Page, Section } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { InstantText, NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { LinesTable, TotalsTable } from "./_components/lines-table";
import { ReverseDialog } from "./_components/reverse-dialog";

type Props = { params: Promise<{ entryId: string }>; searchParams: Promise<{ cursor?: string }> };

const LINES = 50;
const entryHref = (id: string) => `/operator/books/entries/${id}`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { entry } = await read(readEntry, { entryId: (await params).entryId, limit: 1 });
  return { title: (await getTranslations("books"))("entry.title", { no: entry.no }) };
}

/** One entry: why it was posted, its sums, and its lines in the order they were posted. */
export default async function EntryPage({ params, searchParams }: Props) {
  const { entryId } = await params;
  const { cursor } = await searchParams;
  const t = await getTranslations("books");
  const { entry, items, nextCursor } = await read(readEntry, {
    entryId,
    limit: LINES,
    ...(cursor ? { cursor } : {}),
  });
  const dealIds = [...new Set(entry.totals.flatMap(({ dealId }) => dealId ?? []))].slice(0, DEAL_NAMES_MAX);
  const { items: deals } = await read(dealNames, { dealIds });
  const mayReverse = entry.reversesId === null && entry.reversedById === null;
  const notAlone = mayReverse ? whyNotAlone(entry.cause) : null;
  return (
    <Page
      title={t("entry.title", { no: entry.no })}
      lead={
        <span lang="en" translate="no">
          {entry.memo}
        </span>
      }
      breadcrumbs={[{ href: "/operator/books", label: t("title") }]}
      actions={mayReverse && notAlone === null && <ReverseDialog entryId={entry.id} no={entry.no} />}
    >
      {notAlone !== null &&
        (notAlone.because === "follows_owner" ? (
          <p className="text-sm text-muted">{t("reverse.followsOwner")}</p>
        ) : (
          <p className="text-sm text-muted">
            {t("reverse.withDeal")}{" "}
            <TextLink href={`/operator/deals/${dealIds[0]}`}>{t("reverse.toDeal")}</TextLink>
          </p>
        ))}
      {entry.reversedById && (
        <Banner tone="waiting" title={t("entry.wasReversed")}>
          <TextLink href={entryHref(entry.reversedById)}>{t("entry.seeReversal")}</TextLink>
        </Banner>
      )}
      <Definitions
        items={[
          {
            term: t("entry.cause"),
            value: (
              <>
                {causeText(t, entry.cause)} <Code inline>{entry.causeId}</Code>{" "}
                <TextLink href={`/operator/audit?subject=${entry.causeId}`}>{t("entry.audit")}</TextLink>
              </>
            ),
          },
          {
            term: t("entry.effective"),
            value: <InstantText at={entry.effectiveAt} />,
            hint: t("entry.effectiveHint"),
          },
          {
            term: t("entry.recorded"),
            value: <InstantText at={entry.recordedAt} />,
            hint: t("entry.recordedHint"),
          },
          { term: t("entry.by"), value: <Code inline>{entry.actor}</Code> },
          {
            term: t("trial.lines"),
            value: <NumberText value={entry.lines} figure={`entry.lines:${entry.id}`} />,
          },
          ...(entry.reversesId === null
            ? []
            : [
                {
                  term: t("entry.reverses"),
                  value: <TextLink href={entryHref(entry.reversesId)}>{t("entry.corrected")}</TextLink>,
                },
              ]),
        ]}
      />
      <Section title={t("entry.byAccount")} lead={t("entry.byAccountLead")}>
        <TotalsTable
          of={entry.id}
          totals={entry.totals}
          names={new Map(deals.map(({ id, title }) => [id, title]))}
        />
      </Section>
      <Section title={t("entry.lines")} lead={t("entry.linesLead")}>
        <LinesTable lines={items} />
        <Pager
          nextHref={nextCursor && `${entryHref(entry.id)}?cursor=${nextCursor}`}
          firstHref={cursor ? entryHref(entry.id) : null}
        />
      </Section>
    </Page>
  );
}
