import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { compareVersions, termsHistory } from "@/modules/consent/queries/terms-history";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { InstantText } from "@/ui/numbers";
import { Page, Section } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { Changes } from "../_components/changes.client";
import { HistoryList } from "./_components/history-list";

export const metadata: Metadata = { title: "History of your terms" };

type Search = Promise<Partial<Record<"cursor" | "from" | "to", string>>>;

/** Every version a person ever saved, and the difference between any two. */
export default async function TermsHistoryPage({ searchParams }: { searchParams: Search }) {
  const { cursor, from, to } = await searchParams;
  const history = await read(termsHistory, cursor === undefined ? {} : { cursor });
  const compared = from && to ? await read(compareVersions, { from, to }) : null;
  return (
    <Page
      title="History of your terms"
      lead="Versions are never edited or deleted, so every run can be repeated as it was."
      breadcrumbs={[{ href: "/me/terms", label: "Your terms" }]}
    >
      {compared !== null && (
        <Section
          title="Comparison"
          lead={
            <>
              {compared.from.scopeLabel}, <InstantText at={compared.from.effectiveFrom} /> and{" "}
              {compared.to.scopeLabel}, <InstantText at={compared.to.effectiveFrom} />
            </>
          }
        >
          {compared.changes.length === 0 ? (
            <p>These two versions say the same.</p>
          ) : (
            <Changes changes={compared.changes} caption="Differences between the two versions" />
          )}
        </Section>
      )}
      {history.items.length === 0 ? (
        <Empty title="No versions yet" action={<LinkButton href="/me/terms">Set your terms</LinkButton>}>
          Each time you save or withdraw terms, that version is kept here with the moment from which it held.
        </Empty>
      ) : (
        <HistoryList items={history.items} from={from ?? ""} to={to ?? ""} />
      )}
      <Pager
        nextHref={history.nextCursor === null ? null : `/me/terms/history?cursor=${history.nextCursor}`}
      />
    </Page>
  );
}
