import type { Metadata } from "next";
import { Attention } from "@/app/_shell/attention";
import { read } from "@/app/_web/page";
import { viewer } from "@/app/_web/viewer";
import { myShares } from "@/modules/allocation/queries/own-share";
import { moneyWaiting } from "@/modules/allocation/queries/waiting-money";
import { currentTerms } from "@/modules/consent/queries/current-terms";
import { listMyDeals } from "@/modules/deals/contributor-queries";
import { readBalances, readStatement } from "@/modules/ledger/queries/statement";
import { listMyHandles } from "@/modules/works/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Page, Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { BalanceFigures, sumsOf } from "./_components/balance-figures";
import { nextSteps } from "./_components/next-steps";
import { RecentLines } from "./_components/recent-lines";
import { TermsInWords } from "./_components/terms-in-words";
import { TouchingDeals } from "./_components/touching-deals";
import { HandleTable } from "./handles/_components/handle-table";

export const metadata: Metadata = { title: "Your home" };

const SHOWN = 5;
const SHARES = 25;

/** A creator's home: what is theirs, what they are asked, what their terms say. All reads run at once. */
export default async function CreatorHome() {
  const [who, balances, statement, terms, deals, handles, shares, waiting] = await Promise.all([
    viewer(),
    read(readBalances, {}),
    read(readStatement, { limit: SHOWN }),
    read(currentTerms, {}),
    read(listMyDeals, { limit: SHOWN }),
    read(listMyHandles, { limit: SHOWN }),
    read(myShares, { limit: SHARES }),
    read(moneyWaiting, {}),
  ]);
  const now = new Date();
  const name = who?.person.name;
  return (
    <Page title={name ? `Welcome, ${name}` : "Your home"}>
      <Section title="Your money" actions={<TextLink href="/me/statement">Statement</TextLink>}>
        <BalanceFigures
          balances={balances.items}
          pending={sumsOf(shares.items.filter((share) => share.standing === "pending"))}
          waiting={sumsOf(waiting.items)}
        />
      </Section>
      <Section title="Next steps">
        <Attention
          calm="Nothing waits for you. When a deal touches your words you can read it here before it is sealed."
          items={nextSteps({ handles: handles.items, terms: terms.items, deals: deals.items, now })}
        />
      </Section>
      <Section title="Deals that touch you" actions={<TextLink href="/me/deals">All deals</TextLink>}>
        {deals.items.length === 0 ? (
          <Empty
            title="No deal touches you yet"
            action={<LinkButton href="/me/handles">Your handles</LinkButton>}
          >
            When a platform on which you have proved a handle licenses its content, the deal is shown here
            from the first day of its notice, and you can object to it or join it.
          </Empty>
        ) : (
          <TouchingDeals deals={deals.items} shares={shares.items} now={now} />
        )}
      </Section>
      {handles.items.length > 0 && (
        <Section title="Your handles" actions={<TextLink href="/me/handles">All handles</TextLink>}>
          <HandleTable handles={handles.items} waiting={waiting.items} />
        </Section>
      )}
      <Section title="Your terms" actions={<TextLink href="/me/terms">Change</TextLink>}>
        <TermsInWords versions={terms.items} />
      </Section>
      {statement.items.length > 0 && (
        <Section title="Latest lines" actions={<TextLink href="/me/statement">Whole statement</TextLink>}>
          <RecentLines lines={statement.items} />
        </Section>
      )}
    </Page>
  );
}
