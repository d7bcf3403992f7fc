import { Attention } from "@/app/_shell/attention";
import { read } from "@/app/_web/page";
import { listDeals } from "@/modules/deals/queries";
import { listJobs } from "@/modules/jobs/queries";
import { readTrialBalance } from "@/modules/ledger/queries/trial-balance";
import { searchOrganisations } from "@/modules/parties/queries/organisations";
import { listHandleDisputes } from "@/modules/works/queries";
import { Page, Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { BooksInBrief } from "./_components/books-in-brief";
import { operatorAttention } from "./_components/operator-attention";

const SHOWN = 10;

/** What waits for whoever runs this instance, and whether its books are in balance. */
export default async function OperatorHome() {
  const [unverified, disputed, sealed, failed, books, disputes] = await Promise.all([
    read(searchOrganisations, { state: "unverified", limit: SHOWN }),
    read(listDeals, { state: "disputed", limit: SHOWN }),
    read(listDeals, { state: "sealed", limit: SHOWN }),
    read(listJobs, { state: "failed", limit: SHOWN }),
    read(readTrialBalance, {}),
    read(listHandleDisputes, { state: "open", limit: SHOWN }),
  ]);
  return (
    <Page title="Running Remit" lead="Who takes part, what is disputed, whether the books are in balance.">
      <Section title="Needs attention">
        <Attention
          calm="Nothing waits for you."
          items={operatorAttention({
            unverified: unverified.items,
            disputedDeals: disputed.items,
            sealedDeals: sealed.items,
            failedJobs: failed.items,
            disputes: disputes.items,
          })}
        />
      </Section>
      <Section title="Books" actions={<TextLink href="/operator/books">Open the books</TextLink>}>
        <BooksInBrief currencies={books.currencies} />
      </Section>
    </Page>
  );
}
