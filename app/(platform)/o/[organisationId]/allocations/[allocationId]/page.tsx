import { standingOf } from "@/app/_allocation/words";
import { JobLive } from "@/app/_jobs/job-live.client";
import { read } from "@/app/_web/page";
import { allocation } from "@/modules/allocation/queries/allocation";
import type { AllocationWire } from "@/modules/allocation/schema";
import { getDeal } from "@/modules/deals/queries";
import { getJob } from "@/modules/jobs/queries";
import { Badge } from "@/ui/badge";
import { Banner } from "@/ui/banner";
import { InstantText } from "@/ui/numbers";
import { Page } from "@/ui/page";
import { Divided } from "./_components/divided";
import { Published } from "./_components/published";
import { Seal } from "./_components/seal";

type Props = { params: Promise<{ organisationId: string; allocationId: string }> };

export const metadata = { title: "Split" };

/** One split: where every cent goes, by which rules, how floors and cap were decided, and the files to check it with. */
export default async function AllocationPage({ params }: Props) {
  const { organisationId, allocationId } = await params;
  const view = await read(allocation, { allocationId });
  const deal = await read(getDeal, { dealId: view.dealId });
  const home = `/o/${organisationId}/deals`;
  const standing = standingOf(view);
  return (
    <Page
      title={view.whatIf ? "Split: what if" : "Split"}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <Badge tone={standing.tone}>{standing.label}</Badge>
          <span>
            Of {deal.title}, made <InstantText at={view.createdAt} />
          </span>
        </span>
      }
      breadcrumbs={[
        { href: home, label: "Deals" },
        { href: `${home}/${deal.id}`, label: deal.title },
      ]}
    >
      <Progress view={view} />
      {view.state === "succeeded" && (
        <>
          <Seal view={view} deal={deal} organisationId={organisationId} />
          <Divided view={view} platformName={deal.platform.name} organisationId={organisationId} />
          <Published view={view} withFiles={view.sealedAt !== null || organisationId === deal.platform.id} />
        </>
      )}
    </Page>
  );
}

async function Progress({ view }: { view: AllocationWire }) {
  if (view.failure)
    return (
      <Banner tone="bad" title={view.state === "cancelled" ? "Cancelled" : "It did not come to an end"}>
        {view.failure.message}
      </Banner>
    );
  if (view.state === "succeeded" || view.jobId === null) return null;
  const job = await read(getJob, { jobId: view.jobId });
  return <JobLive initial={job} key={`${job.id}:${job.state}`} />;
}
