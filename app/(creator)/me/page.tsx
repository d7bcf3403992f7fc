import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { viewer } from "@/app/_web/page/viewer";
import { termsAtAGlance } from "@/modules/consent/queries/terms-at-a-glance";
import { listMyDeals } from "@/modules/deals/contributor/contributor-queries";
import { myDealShares } from "@/modules/earnings/queries/deal-shares";
import { dealNames } from "@/modules/earnings/queries/earnings";
import { jointParts } from "@/modules/earnings/queries/joint-parts";
import { myHandlesAndMoney } from "@/modules/earnings/queries/own-handles";
import { readBalances, readStatementMonths, recentLines } from "@/modules/ledger/queries/statement";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { HomeChart } from "./_components/home-chart";
import { HomeDeals } from "./_components/home-deals";
import { HomeHandles } from "./_components/home-handles";
import { MoneyNow } from "./_components/money-now";
import { named } from "./_components/named";
import { NextSteps } from "./_components/next-steps";
import { RecentLines } from "./_components/recent-lines";
import { TermsSentence } from "./_components/terms-sentence";
import { WELCOME_COOKIE } from "./welcome/_components/progress";

const SHOWN = 5;

export async function generateMetadata() {
  const t = await getTranslations("creator.home");
  return { title: t("title") };
}

/** What a home shows, in as few round trips as there are questions: two waves of reads. */
async function reads() {
  const [balances, months, lines, terms, deals, handles] = await Promise.all([
    read(readBalances, {}),
    read(readStatementMonths, {}),
    read(recentLines, { take: SHOWN }),
    read(termsAtAGlance, {}),
    read(listMyDeals, { limit: SHOWN }),
    read(myHandlesAndMoney, {}),
  ]);
  const ids = new Set(lines.items.flatMap((line) => line.dealId ?? []));
  const allocationIds = lines.items.flatMap((line) => (line.cause === "allocation" ? [line.causeId] : []));
  const [shares, names, joint] = await Promise.all([
    read(myDealShares, { dealIds: deals.items.map((deal) => deal.id) }),
    read(dealNames, { dealIds: [...ids] }),
    read(jointParts, { allocationIds: [...new Set(allocationIds)] }),
  ]);
  return { balances, months, lines, terms, deals, handles, shares, names, joint };
}

/** A creator's home: what is theirs, what they are asked, what their terms say. */
export default async function CreatorHome() {
  const [t, who, jar, own] = await Promise.all([
    getTranslations("creator.home"),
    viewer(),
    cookies(),
    reads(),
  ]);
  const { terms, deals, handles, shares, months, lines } = own;
  const now = new Date();
  const touching = deals.items.filter(
    (deal) => deal.standings.length > 0 || shares.items.some(({ dealId }) => dealId === deal.id),
  );
  const name = who?.person.name;
  const hasTerms = terms.general !== null || terms.narrower > 0;
  const isNew = (handles.items.length === 0 || !hasTerms) && jar.get(WELCOME_COOKIE) === undefined;
  return (
    <Page title={name ? t.rich("welcome", { name: named(name) }) : t("title")}>
      <Section
        title={t("money.title")}
        actions={<TextLink href="/me/statement">{t("money.statement")}</TextLink>}
      >
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[3fr_2fr]">
          <MoneyNow
            balances={own.balances.items}
            pending={shares.pending}
            waiting={handles.items.flatMap((handle) => handle.waiting)}
            onHold={handles.items.flatMap((handle) => handle.held)}
          />
          <HomeChart months={months.items} now={now} />
        </div>
      </Section>
      <Section title={t("steps.title")}>
        <NextSteps handles={handles.items} hasTerms={hasTerms} deals={deals.items} isNew={isNew} now={now} />
      </Section>
      <Section title={t("deals.title")} actions={<TextLink href="/me/deals">{t("deals.all")}</TextLink>}>
        {touching.length === 0 ? (
          <Empty
            title={t(deals.items.length === 0 ? "deals.emptyTitle" : "deals.noneTitle")}
            action={
              <LinkButton href={deals.items.length === 0 ? "/me/handles" : "/me/deals"} variant="secondary">
                {t(deals.items.length === 0 ? "deals.emptyAction" : "deals.all")}
              </LinkButton>
            }
          >
            {t(deals.items.length === 0 ? "deals.emptyText" : "deals.noneText")}
          </Empty>
        ) : (
          <HomeDeals deals={touching} shares={shares} now={now} />
        )}
      </Section>
      <Section title={t("terms.title")} actions={<TextLink href="/me/terms">{t("terms.change")}</TextLink>}>
        <TermsSentence terms={terms} />
      </Section>
      {handles.items.length > 0 && (
        <Section
          title={t("handles.title")}
          actions={<TextLink href="/me/handles">{t("handles.all")}</TextLink>}
        >
          <HomeHandles handles={handles.items} />
        </Section>
      )}
      {lines.items.length > 0 && (
        <Section
          title={t("lines.title")}
          actions={<TextLink href="/me/statement">{t("lines.all")}</TextLink>}
        >
          <RecentLines lines={lines.items} names={own.names.items} joint={own.joint.items} />
        </Section>
      )}
    </Page>
  );
}
