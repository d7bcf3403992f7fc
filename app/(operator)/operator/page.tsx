import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { listDeals } from "@/modules/deals/queries";
import { listHandleDisputes } from "@/modules/handles/queries";
import { listJobs } from "@/modules/jobs/queries";
import { readTrialBalance } from "@/modules/ledger/queries/trial-balance";
import { searchOrganisations } from "@/modules/parties/queries/organisations";
import { heldSeats } from "@/modules/settlement/queries/held-seats";
import { readInstanceHealth } from "@/modules/system/read-instance-health";
import { Page, Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { BooksInBrief } from "./_components/books-in-brief";
import { Queue } from "./_components/queue";
import { queueOf } from "./_components/queue-of";

/** Of each kind; where there are more, the page says so. */
const SHOWN = 100;

/** The operator's work, most urgent first, and whether the books are in balance. */
export default async function OperatorHome() {
  const t = await getTranslations("operator");
  const inState = (state: string) => read(listDeals, { state, sort: "oldest", limit: SHOWN });
  const [unverified, disputed, funded, sealed, failed, books, disputes, seats, health] = await Promise.all([
    read(searchOrganisations, { state: "unverified", limit: SHOWN }),
    inState("disputed"),
    inState("funded"),
    inState("sealed"),
    read(listJobs, { state: "failed", forOperator: "true", limit: SHOWN }),
    read(readTrialBalance, {}),
    read(listHandleDisputes, { state: "open", limit: SHOWN }),
    read(heldSeats, { limit: SHOWN }),
    read(readInstanceHealth, {}),
  ]);
  const items = queueOf({
    health,
    unbalanced: books.currencies.filter(({ balanced }) => !balanced).map(({ currency }) => currency),
    disputes: disputes.items,
    seats: seats.items,
    deals: [...disputed.items, ...funded.items, ...sealed.items],
    failedJobs: failed.items,
    unverified: unverified.items,
  });
  const lists = [unverified, disputed, funded, sealed, failed, disputes, seats];
  const more = lists.some(({ nextCursor }) => nextCursor !== null);
  return (
    <Page title={t("home.title")} lead={t(more ? "home.leadMore" : "home.lead", { n: items.length })}>
      <Section title={t("home.queue")} lead={t("home.queueLead")}>
        <Queue items={items} now={health.at} />
        {more && <p className="mt-4 text-sm text-muted">{t("home.more")}</p>}
      </Section>
      <Section
        title={t("home.books")}
        lead={t("home.booksLead")}
        actions={<TextLink href="/operator/books">{t("home.openBooks")}</TextLink>}
      >
        <BooksInBrief currencies={books.currencies} />
      </Section>
    </Page>
  );
}
