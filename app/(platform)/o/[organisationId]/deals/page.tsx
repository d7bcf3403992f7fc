import type { Metadata } from "next";
import { DealFilters } from "@/app/_deals/deal-filters";
import { DealTable } from "@/app/_deals/deal-table";
import { type ListParams, listHref, listInput } from "@/app/_deals/list-params";
import { read } from "@/app/_web/page";
import { viewer } from "@/app/_web/viewer";
import { listDeals } from "@/modules/deals/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Page } from "@/ui/page";
import { Pager } from "@/ui/pager";

export const metadata: Metadata = { title: "Deals" };

type Props = { params: Promise<{ organisationId: string }>; searchParams: Promise<ListParams> };

/** The deals of a platform (or those a lab licenses), newest first, with their filters in the address. */
export default async function Deals({ params, searchParams }: Props) {
  const [{ organisationId }, search] = await Promise.all([params, searchParams]);
  const base = `/o/${organisationId}/deals`;
  const [who, page] = await Promise.all([
    viewer(),
    read(listDeals, { organisationId, ...listInput(search) }),
  ]);
  const mine = who?.memberships.find((m) => m.organisationId === organisationId);
  const mayReport = mine?.kind === "platform" && (mine.role === "owner" || mine.role === "admin");
  const report = mayReport ? <LinkButton href={`${base}/new`}>Report a deal</LinkButton> : undefined;
  const filtered = Boolean(search.state || search.q || search.cursor);
  return (
    <Page
      title="Deals"
      lead={
        mine?.kind === "lab"
          ? "Deals that name your organisation as their licensee."
          : "What you license to whom, from the draft to the day everybody is paid."
      }
      actions={page.items.length > 0 || filtered ? report : undefined}
    >
      <div className="flex flex-col gap-6">
        {(page.items.length > 0 || filtered) && <DealFilters base={base} search={search} />}
        {page.items.length > 0 ? (
          <DealTable base={base} deals={page.items} />
        ) : filtered ? (
          <Empty
            title="No deal fits"
            action={
              <LinkButton href={base} variant="secondary">
                Show all deals
              </LinkButton>
            }
          >
            Nothing here has this state and these words.
          </Empty>
        ) : (
          <Empty title="No deals yet" action={report}>
            {mine?.kind === "lab"
              ? "Once a platform reports a deal with you, it stands here with its terms and its state."
              : "Draft a deal to see how its money would be split. Nobody is told before you report it."}
          </Empty>
        )}
        <Pager
          nextHref={page.nextCursor && listHref(base, { ...search, cursor: page.nextCursor })}
          firstHref={search.cursor ? listHref(base, { ...search, cursor: undefined }) : null}
        />
      </div>
    </Page>
  );
}
