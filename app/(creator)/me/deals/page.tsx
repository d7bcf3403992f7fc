import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { myShares } from "@/modules/allocation/queries/own-share";
import { listMyDeals } from "@/modules/deals/contributor-queries";
import { Banner } from "@/ui/banner";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Page } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { TextLink } from "@/ui/text-link";
import { TouchingDeals } from "../_components/touching-deals";

export const metadata: Metadata = { title: "Deals that touch you" };

/** Every deal this person was told of, newest first; those that wait for an answer are named above the list. */
export default async function MyDeals({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [page, shares] = await Promise.all([
    read(listMyDeals, cursor ? { cursor } : {}),
    read(myShares, { limit: 100 }),
  ]);
  const open = page.items.filter((deal) => deal.choice.open && deal.choice.choice === "neutral");
  return (
    <Page
      title="Deals that touch you"
      lead="Deals about what was posted on the platforms where you hold a handle, from the day contributors were told."
    >
      <div className="flex flex-col gap-6">
        {open.length > 0 && (
          <Banner
            tone="waiting"
            title={
              open.length === 1 ? "You can answer one deal now" : `You can answer ${open.length} deals now`
            }
          >
            <ul className="flex flex-col gap-1">
              {open.map((deal) => (
                <li key={deal.id}>
                  <TextLink href={`/me/deals/${deal.id}`}>{deal.title}</TextLink>
                </li>
              ))}
            </ul>
          </Banner>
        )}
        {page.items.length > 0 ? (
          <TouchingDeals deals={page.items} shares={shares.items} now={new Date()} />
        ) : (
          <Empty
            title={cursor ? "No more deals" : "No deals yet"}
            action={<LinkButton href="/me/handles">Your handles</LinkButton>}
          >
            Once a platform where you proved a handle gives notice of a deal, you see it here: who buys, what
            for, for how much, and how you stand. You can object or join before it is sealed.
          </Empty>
        )}
        <Pager
          nextHref={page.nextCursor && `/me/deals?cursor=${encodeURIComponent(page.nextCursor)}`}
          firstHref={cursor ? "/me/deals" : null}
        />
      </div>
    </Page>
  );
}
