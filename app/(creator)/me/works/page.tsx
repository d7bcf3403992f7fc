import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { listMyWorks } from "@/modules/works/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Page } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { WorkTable } from "./_components/work-table";

export const metadata: Metadata = { title: "Your works" };

/** The works this person registered or shares in. */
export default async function WorksPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const works = await read(listMyWorks, cursor === undefined ? {} : { cursor });
  const registering = <LinkButton href="/me/works/new">Register a work</LinkButton>;
  return (
    <Page
      title="Your works"
      lead="Register a work to set terms for it alone, or to share what it earns with co-authors. What you do not register is covered by the terms of your handle."
      actions={works.items.length > 0 && registering}
    >
      {works.items.length === 0 ? (
        <Empty title="No works yet" action={registering}>
          A book, a series of essays, a data set: whatever can be recognised by an address, an ISBN, a DOI or
          the digest of its file.
        </Empty>
      ) : (
        <div>
          <WorkTable works={works.items} />
          <Pager
            nextHref={works.nextCursor && `/me/works?cursor=${works.nextCursor}`}
            firstHref={cursor === undefined ? null : "/me/works"}
          />
        </div>
      )}
    </Page>
  );
}
