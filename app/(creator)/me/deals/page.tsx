import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { listMyDeals } from "@/modules/deals/contributor/contributor-queries";
import { STAGES } from "@/modules/deals/schema/contributor";
import { myDealShares } from "@/modules/earnings/queries/deal-shares";
import { Page, Section } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { TouchingDeals } from "../_components/touching-deals";
import { dealsHref } from "./_components/deals-href";
import { NoDeals } from "./_components/no-deals";
import { OpenDeals } from "./_components/open-deals";
import { StageFilter } from "./_components/stage-filter";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("touching");
  return { title: t("title") };
}

type Search = Promise<Partial<Record<"cursor" | "stage" | "q", string>>>;
const OPEN_SHOWN = 10;

/** Every deal that this person got a notice of, newest first. Deals that wait for an answer are named above the list. */
export default async function MyDeals({ searchParams }: { searchParams: Search }) {
  const { cursor, stage: asked, q } = await searchParams;
  const stage = STAGES.find((known) => known === asked);
  const filter = { ...(stage ? { stage } : {}), ...(q ? { q } : {}) };
  const plain = !stage && !q && !cursor;
  const [t, page, open] = await Promise.all([
    getTranslations("touching"),
    read(listMyDeals, { ...filter, ...(cursor ? { cursor } : {}) }),
    plain ? read(listMyDeals, { stage: "open", limit: OPEN_SHOWN }) : null,
  ]);
  const shares = await read(myDealShares, { dealIds: page.items.map(({ id }) => id) });
  const now = new Date();
  const isTheirs = (deal: (typeof page.items)[number]) =>
    deal.standings.length > 0 || shares.items.some(({ dealId }) => dealId === deal.id);
  const touching = page.items.filter(isTheirs);
  const earlier = page.items.filter((deal) => !isTheirs(deal));
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="flex flex-col gap-6">
        <OpenDeals deals={open?.items ?? []} now={now} />
        {plain && page.items.length === 0 ? null : <StageFilter stage={stage ?? ""} q={q ?? ""} />}
        {touching.length > 0 && <TouchingDeals deals={touching} shares={shares} now={now} />}
        {page.items.length === 0 && <NoDeals filtered={!plain} />}
        {earlier.length > 0 && (
          <Section title={t("earlier.title")} lead={t("earlier.lead")}>
            <TouchingDeals deals={earlier} shares={shares} now={now} />
          </Section>
        )}
        <Pager
          nextHref={page.nextCursor && dealsHref({ ...filter, cursor: page.nextCursor })}
          firstHref={cursor ? dealsHref(filter) : null}
        />
      </div>
    </Page>
  );
}
