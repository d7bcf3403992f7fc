import { ClientMessages } from "@/app/_i18n/client-messages";
import { read } from "@/app/_web/page/page";
import { getJob } from "@/modules/jobs/queries";
import type { JobView } from "@/modules/jobs/schema";
import { FailureText } from "./failure-text.client";
import { JobControls } from "./job-controls";
import { JobLive } from "./job-live.client";

/** A job as it goes on, with what stops it or starts it again. */
export function JobProgress({ job }: { job: JobView }) {
  const live = job.state === "queued" || job.state === "running";
  return (
    <ClientMessages namespaces={["jobs", "problems"]}>
      <div className="flex flex-col gap-6">
        {/* A restarted job is a new run, so its progress starts from zero. */}
        <JobLive key={`${job.id}:${live}`} initial={job} />
        <JobControls job={job} />
      </div>
    </ClientMessages>
  );
}

type Run = Readonly<{
  state: string;
  jobId: string | null;
  failure: Readonly<{ code: string; message: string }> | null;
}>;

/** Where the run behind a page stands: nothing once it succeeded, its steps while it goes on, why it ended otherwise. */
export async function RunProgress({ run }: { run: Run }) {
  if (run.state === "succeeded" || run.state === "ready" || run.state === "no_usable_rows") return null;
  if (run.jobId !== null) return <JobProgress job={await read(getJob, { jobId: run.jobId })} />;
  return run.failure && <FailureText failure={run.failure} cancelled={run.state === "cancelled"} />;
}
