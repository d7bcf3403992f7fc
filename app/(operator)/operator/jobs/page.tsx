import Link from "next/link";
import { JOB_STATES, kindLabel } from "@/app/_jobs/words.client";
import { read } from "@/app/_web/page";
import { listJobs } from "@/modules/jobs/queries";
import type { JobView } from "@/modules/jobs/schema";
import { Badge } from "@/ui/badge";
import { Empty } from "@/ui/empty";
import { InstantText, NumberText } from "@/ui/numbers";
import { Page } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

type Props = { searchParams: Promise<{ state?: string; cursor?: string }> };

export const metadata = { title: "Jobs" };

const FILTERS = [undefined, "running", "queued", "failed", "succeeded", "cancelled"] as const;

export default async function JobsPage({ searchParams }: Props) {
  const { state, cursor } = await searchParams;
  const known = FILTERS.find((filter) => filter === state);
  const page = await read(listJobs, { ...(known ? { state: known } : {}), ...(cursor ? { cursor } : {}) });
  const next = new URLSearchParams({ ...(known ? { state: known } : {}), cursor: page.nextCursor ?? "" });
  return (
    <Page title="Jobs" lead="Long work of every party: what runs, what waits, what failed and why.">
      <nav aria-label="Filter by state" className="flex flex-wrap gap-x-5 gap-y-2">
        {FILTERS.map((filter) => (
          <Link
            key={filter ?? "all"}
            href={filter ? `/operator/jobs?state=${filter}` : "/operator/jobs"}
            aria-current={filter === known ? "page" : undefined}
            className="py-1 text-muted underline-offset-4 hover:underline aria-[current]:font-medium aria-[current]:text-ink"
          >
            {filter ? JOB_STATES[filter].label : "All"}
          </Link>
        ))}
      </nav>
      {page.items.length === 0 ? (
        <Empty title="No jobs here">
          Checks of manifests, clearances and allocations appear here as soon as a platform starts one.
        </Empty>
      ) : (
        <Table caption="Jobs, newest first">
          <THead>
            <Tr>
              <Th>Job</Th>
              <Th>State</Th>
              <Th numeric>Rows</Th>
              <Th numeric>Attempts</Th>
              <Th>Started</Th>
            </Tr>
          </THead>
          <TBody>{page.items.map(JobRow)}</TBody>
        </Table>
      )}
      <Pager nextHref={page.nextCursor ? `/operator/jobs?${next}` : null} />
    </Page>
  );
}

function JobRow(job: JobView) {
  return (
    <Tr key={job.id}>
      <Td label="Job">
        <Link href={`/operator/jobs/${job.id}`} className="underline underline-offset-4">
          {kindLabel(job.kind)}
        </Link>
        <span className="block font-mono text-sm break-all text-muted">{job.subject}</span>
      </Td>
      <Td label="State">
        <Badge tone={JOB_STATES[job.state].tone}>{JOB_STATES[job.state].label}</Badge>
        {job.error && <span className="block text-sm text-muted">{job.error.message}</span>}
      </Td>
      <Td numeric label="Rows">
        <NumberText value={job.rowsDone} />
      </Td>
      <Td numeric label="Attempts">
        {job.attempts}
      </Td>
      <Td label="Started">
        <InstantText at={job.startedAt ?? job.createdAt} />
      </Td>
    </Tr>
  );
}
