import type { Metadata } from "next";
import { DealFilters } from "@/app/_deals/deal-filters";
import { type ListParams, listHref, listInput } from "@/app/_deals/list-params";
import { read } from "@/app/_web/page";
import { listDeals } from "@/modules/deals/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Page, Section } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { OperatorDeals } from "./_components/operator-deals";

export const metadata: Metadata = { title: "Funding" };
const BASE = "/operator/deals";

/** What waits for a payment first; below it every deal of the instance, to look up, freeze or let go on. */
export default async function Funding({ searchParams }: { searchParams: Promise<ListParams> }) {
  const search = await searchParams;
  const filtered = Boolean(search.state || search.q || search.cursor);
  const [waiting, all] = await Promise.all([
    read(listDeals, { state: "sealed", limit: 50 }),
    read(listDeals, listInput(search)),
  ]);
  return (
    <Page
      title="Funding"
      lead="Sealed deals whose licensee has yet to pay, and every other deal of this instance."
    >
      {!filtered && (
        <Section
          title="Waiting for payment"
          lead="Oldest last. A confirmation puts the money and every share on the books."
        >
          {waiting.items.length === 0 ? (
            <Empty title="No deal waits for a payment">
              Once a platform seals a split, the deal stands here until you have seen its money at the bank.
            </Empty>
          ) : (
            <OperatorDeals deals={waiting.items} caption="Deals waiting for payment" />
          )}
        </Section>
      )}
      <Section title="All deals">
        <div className="flex flex-col gap-6">
          <DealFilters base={BASE} search={search} />
          {all.items.length > 0 ? (
            <OperatorDeals deals={all.items} caption="All deals, newest first" />
          ) : (
            <Empty
              title={filtered ? "No deal fits" : "No deals yet"}
              action={
                filtered ? (
                  <LinkButton href={BASE} variant="secondary">
                    Show all deals
                  </LinkButton>
                ) : undefined
              }
            >
              {filtered
                ? "Nothing here has this state and these words."
                : "Deals that platforms draft will be here."}
            </Empty>
          )}
          <Pager
            nextHref={all.nextCursor && listHref(BASE, { ...search, cursor: all.nextCursor })}
            firstHref={search.cursor ? listHref(BASE, { ...search, cursor: undefined }) : null}
          />
        </div>
      </Section>
    </Page>
  );
}
