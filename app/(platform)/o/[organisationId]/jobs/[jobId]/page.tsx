import { JobControls } from "@/app/_jobs/job-controls";
import { JobLive } from "@/app/_jobs/job-live.client";
import { kindLabel } from "@/app/_jobs/words.client";
import { read } from "@/app/_web/page";
import { getJob } from "@/modules/jobs/queries";
import { Page } from "@/ui/page";

type Props = { params: Promise<{ organisationId: string; jobId: string }> };

export const metadata = { title: "Job" };

export default async function JobPage({ params }: Props) {
  const { organisationId, jobId } = await params;
  const job = await read(getJob, { jobId });
  return (
    <Page
      title={kindLabel(job.kind)}
      lead="It goes on whether or not this page is open."
      breadcrumbs={[{ href: `/o/${organisationId}`, label: "Platform" }]}
    >
      <JobLive initial={job} key={`${job.id}:${job.state}`} />
      <JobControls job={job} />
    </Page>
  );
}
