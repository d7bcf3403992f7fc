import { JOB_STATES, kindLabel } from "@/app/_jobs/words.client";
import type { JobView } from "@/modules/jobs/schema";
import { Badge } from "@/ui/badge";
import { InstantText, NumberText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

export function RecentJobs({ base, jobs }: { base: string; jobs: readonly JobView[] }) {
  return (
    <Table caption="Latest jobs">
      <THead>
        <Tr>
          <Th>Work</Th>
          <Th>State</Th>
          <Th>Started</Th>
          <Th numeric>Rows</Th>
        </Tr>
      </THead>
      <TBody>
        {jobs.map((job) => (
          <Tr key={job.id}>
            <Td>
              <TextLink href={`${base}/${job.id}`}>{kindLabel(job.kind)}</TextLink>
            </Td>
            <Td label="State">
              <Badge tone={JOB_STATES[job.state].tone}>{JOB_STATES[job.state].label}</Badge>
            </Td>
            <Td label="Started">
              <InstantText at={job.startedAt ?? job.createdAt} />
            </Td>
            <Td numeric label="Rows">
              {rowsOf(job) === "0" ? "–" : <NumberText value={rowsOf(job)} />}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function rowsOf(job: JobView): string {
  return job.rowsTotal ?? job.rowsDone;
}
