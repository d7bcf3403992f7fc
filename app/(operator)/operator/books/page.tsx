import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryList } from "@/app/_books/entry-list";
import { TrialBalanceTable } from "@/app/_books/trial-balance-table";
import { read } from "@/app/_web/page/page";
import { readJournal } from "@/modules/ledger/queries/books";
import { readTrialBalance } from "@/modules/ledger/queries/trial-balance";
import { TrialBalanceRequest } from "@/modules/ledger/schema";
import { Button, LinkButton } from "@/ui/button/button";
import { Field, Input } from "@/ui/input/field";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { DateText } from "@/ui/text/numbers";

type Props = { searchParams: Promise<{ asOf?: string; cursor?: string }> };

const PATH = "/operator/books";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("books"))("title") };
}

/** Whether the books are in balance, account by account; below it every entry, newest first. */
export default async function BooksPage({ searchParams }: Props) {
  const t = await getTranslations("books");
  const { asOf, cursor } = await searchParams;
  const asked = TrialBalanceRequest.safeParse(asOf ? { asOf } : {});
  const [trial, journal] = await Promise.all([
    read(readTrialBalance, asked.success ? asked.data : {}),
    read(readJournal, cursor ? { cursor } : {}),
  ]);
  const here = trial.asOf === null ? PATH : `${PATH}?asOf=${trial.asOf}`;
  const and = here.includes("?") ? "&" : "?";
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        <LinkButton variant="secondary" href="/api/v1/books/journal.hledger" prefetch={false}>
          {t("download")}
        </LinkButton>
      }
    >
      <Section
        title={
          trial.asOf === null
            ? t("trial.title")
            : t.rich("trial.titleAsOf", { day: () => <DateText at={`${trial.asOf}T00:00:00Z`} /> })
        }
        lead={t("trial.lead")}
        actions={<AsOfForm asOf={trial.asOf ?? undefined} label={t("trial.asOf")} submit={t("trial.show")} />}
      >
        {trial.currencies.length === 0 ? (
          <Empty title={t("trial.empty")}>{t("trial.emptyWhy")}</Empty>
        ) : (
          <div className="flex flex-col gap-10">
            {trial.currencies.map((sums) => (
              <TrialBalanceTable key={sums.currency} sums={sums} />
            ))}
          </div>
        )}
      </Section>
      <Section title={t("journal.title")} lead={t("journal.lead")}>
        {journal.items.length === 0 ? (
          <Empty title={t("journal.empty")}>{t("journal.emptyWhy")}</Empty>
        ) : (
          <EntryList entries={journal.items} caption={t("journal.title")} />
        )}
        <Pager
          nextHref={journal.nextCursor && `${here}${and}cursor=${journal.nextCursor}`}
          firstHref={cursor ? here : null}
        />
      </Section>
    </Page>
  );
}

function AsOfForm({ asOf, label, submit }: { asOf: string | undefined; label: string; submit: string }) {
  return (
    <form method="get" action={PATH} className="flex flex-wrap items-end gap-3">
      <Field label={label}>
        <Input type="date" name="asOf" defaultValue={asOf} />
      </Field>
      <Button variant="secondary" type="submit">
        {submit}
      </Button>
    </form>
  );
}
