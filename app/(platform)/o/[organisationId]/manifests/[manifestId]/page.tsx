import type { Metadata } from "next";
import { JobControls } from "@/app/_jobs/job-controls";
import { JobLive } from "@/app/_jobs/job-live.client";
import { bytesText, MANIFEST_STATE_WORDS } from "@/app/_manifests/words";
import { read } from "@/app/_web/page";
import { getDeal } from "@/modules/deals/queries";
import { getJob } from "@/modules/jobs/queries";
import { getManifest } from "@/modules/manifests/queries";
import { Badge } from "@/ui/badge";
import { Banner } from "@/ui/banner";
import { Page, Section } from "@/ui/page";
import { Counts } from "./_components/counts";
import { DryRunNext } from "./_components/dry-run-next";
import { FileFacts } from "./_components/file-facts";
import { Rejections } from "./_components/rejections";

type Props = {
  params: Promise<{ organisationId: string; manifestId: string }>;
  searchParams: Promise<{ reason?: string; cursor?: string; upload?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { manifestId } = await params;
  return { title: (await read(getManifest, { manifestId })).fileName };
}

/** One manifest: its checks as they run, what they counted, and every row that was rejected, with why. */
export default async function ManifestPage({ params, searchParams }: Props) {
  const [{ organisationId, manifestId }, asked] = await Promise.all([params, searchParams]);
  const manifest = await read(getManifest, { manifestId });
  const [deal, job] = await Promise.all([
    read(getDeal, { dealId: manifest.dealId }),
    manifest.jobId === null ? null : read(getJob, { jobId: manifest.jobId }),
  ]);
  const state = MANIFEST_STATE_WORDS[manifest.state];
  const done = manifest.state === "ready";
  return (
    <Page
      title={manifest.fileName}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Badge tone={state.tone}>{state.label}</Badge>
          {manifest.dryRun && <Badge>Dry run</Badge>}
          <span>{bytesText(manifest.bytes)}</span>
        </span>
      }
      breadcrumbs={[
        { href: `/o/${organisationId}/deals`, label: "Deals" },
        { href: `/o/${organisationId}/deals/${manifest.dealId}`, label: deal.title },
      ]}
    >
      {manifest.failure && (
        <Banner tone={manifest.state === "failed" ? "bad" : "waiting"} title={state.label}>
          {manifest.failure.message}
        </Banner>
      )}
      {done && manifest.dryRun && (
        <DryRunNext organisationId={organisationId} manifest={manifest} uploadId={asked.upload ?? null} />
      )}
      {done && <Counts manifest={manifest} />}
      {!done && job && (
        <Section
          title="Checks"
          lead="They go on without you: close the page and come back when you like."
          actions={<JobControls job={job} />}
        >
          {/* A job started again is another run: its progress starts anew. */}
          <JobLive key={`${job.id}:${job.state === "queued" || job.state === "running"}`} initial={job} />
        </Section>
      )}
      {done && (
        <Rejections
          manifest={manifest}
          base={`/o/${organisationId}/manifests/${manifestId}`}
          reason={asked.reason}
          cursor={asked.cursor}
        />
      )}
      <FileFacts manifest={manifest} />
    </Page>
  );
}
