import { JobProgress } from "@/app/_jobs/job-progress";
import { kindLabel } from "@/app/_jobs/words.client";
import { read } from "@/app/_web/page";
import { getJob } from "@/modules/jobs/queries";
import { Definitions } from "@/ui/definition";
import { InstantText } from "@/ui/numbers";
import { Page } from "@/ui/page";

type Props = { params: Promise<{ jobId: string }> };

export const metadata = { title: "Job" };

export default async function OperatorJobPage({ params }: Props) {
  const job = await read(getJob, { jobId: (await params).jobId });
  return (
    <Page title={kindLabel(job.kind)} breadcrumbs={[{ href: "/operator/jobs", label: "Jobs" }]}>
      <Definitions
        items={[
          { term: "Job", value: <span className="font-mono break-all">{job.id}</span> },
          { term: "Works on", value: <span className="font-mono break-all">{job.subject}</span> },
          { term: "Asked for", value: <InstantText at={job.createdAt} /> },
          { term: "Attempts", value: String(job.attempts) },
        ]}
      />
      <JobProgress job={job} />
    </Page>
  );
}
