import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { moneyWaiting } from "@/modules/allocation/queries/waiting-money";
import { listMyHandles, listPlatforms } from "@/modules/works/queries";
import { Empty } from "@/ui/empty";
import { Page, Section } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { ClaimForm } from "./_components/claim-form";
import { HandleTable } from "./_components/handle-table";

export const metadata: Metadata = { title: "Your handles" };

type Search = Promise<{ cursor?: string; q?: string; platform?: string; name?: string }>;

/** The names a person writes under: each with its state and what to do next, and claiming another. */
export default async function HandlesPage({ searchParams }: { searchParams: Search }) {
  const { cursor, q, platform, name } = await searchParams;
  const [handles, platforms, waiting] = await Promise.all([
    read(listMyHandles, cursor === undefined ? {} : { cursor }),
    read(listPlatforms, { limit: 100, ...(q ? { q } : {}) }),
    read(moneyWaiting, {}),
  ]);
  return (
    <Page
      title="Your handles"
      lead="A handle is the name you write under on a platform. Prove that it is yours, and your terms apply to what you wrote there, and its money is yours."
    >
      <Section title="Claimed so far">
        {handles.items.length === 0 ? (
          <Empty title="No handles yet">
            Claim the name you write under below. Money that platforms already share for it is held until you
            prove that it is yours.
          </Empty>
        ) : (
          <HandleTable handles={handles.items} waiting={waiting.items} />
        )}
        <Pager
          nextHref={handles.nextCursor && `/me/handles?cursor=${handles.nextCursor}`}
          firstHref={cursor === undefined ? null : "/me/handles"}
        />
      </Section>
      <Section
        id="claim"
        title="Claim a handle"
        lead="Three steps: say where and under which name; choose how to prove it; place what we show you and let us look."
      >
        <ClaimForm
          platforms={platforms.items}
          search={q !== undefined || platforms.nextCursor !== null ? (q ?? "") : null}
          given={{ platform, name }}
        />
      </Section>
    </Page>
  );
}
