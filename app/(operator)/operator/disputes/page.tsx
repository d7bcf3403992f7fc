import type { Metadata } from "next";
import Link from "next/link";
import { read } from "@/app/_web/page";
import { listHandleDisputes } from "@/modules/works/queries";
import { Empty } from "@/ui/empty";
import { Page } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { DisputePanel } from "./_components/dispute-panel";

export const metadata: Metadata = { title: "Disputes" };

type Search = Promise<{ state?: string; cursor?: string }>;

/** Handles that more than one person has proved: the evidence side by side, and the decision. */
export default async function DisputesPage({ searchParams }: { searchParams: Search }) {
  const { state: asked, cursor } = await searchParams;
  const state = asked === "settled" ? "settled" : "open";
  const disputes = await read(listHandleDisputes, { state, limit: 10, ...(cursor ? { cursor } : {}) });
  const here = `/operator/disputes?state=${state}`;
  return (
    <Page
      title="Disputes"
      lead="Two people proved one handle. Its money is held until you decide; the refusals of whoever proved it first still count."
    >
      <nav aria-label="Which disputes" className="-mt-4 flex gap-6 border-b border-rule">
        <Which state="open" shown={state} label="Waiting for you" />
        <Which state="settled" shown={state} label="Settled" />
      </nav>
      {disputes.items.length === 0 ? (
        <Empty title={state === "open" ? "No dispute waits for you" : "Nothing was settled yet"}>
          When a second person proves a handle that somebody holds, both proofs are shown here side by side.
        </Empty>
      ) : (
        disputes.items.map((dispute) => <DisputePanel key={dispute.id} dispute={dispute} />)
      )}
      <Pager
        nextHref={disputes.nextCursor && `${here}&cursor=${disputes.nextCursor}`}
        firstHref={cursor === undefined ? null : here}
      />
    </Page>
  );
}

function Which({ state, shown, label }: { state: string; shown: string; label: string }) {
  const here = state === shown;
  return (
    <Link
      href={`/operator/disputes?state=${state}`}
      aria-current={here ? "page" : undefined}
      className={`-mb-px border-b-2 py-2 ${here ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"}`}
    >
      {label}
    </Link>
  );
}
