import { DealTable } from "@/app/_deals/deal-table";
import { Attention } from "@/app/_shell/attention";
import { read } from "@/app/_web/page";
import { viewer } from "@/app/_web/viewer";
import { listDeals } from "@/modules/deals/queries";
import { listJobs } from "@/modules/jobs/queries";
import { listOrganisationManifests } from "@/modules/manifests/queries";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Page, Section } from "@/ui/page";
import { TextLink } from "@/ui/text-link";
import { InviteHint } from "./_components/invite-hint";
import { LatestManifests } from "./_components/latest-manifests";
import { platformAttention } from "./_components/platform-attention";
import { RecentJobs } from "./_components/recent-jobs";
import { StandingBanner } from "./_components/standing-banner";

const SHOWN = 5;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** An organisation's home: what waits for it, its deals, its newest files, its long work. */
export default async function PlatformHome({ params }: { params: Promise<{ organisationId: string }> }) {
  const { organisationId } = await params;
  const base = `/o/${organisationId}`;
  const [who, deals, manifests, jobs, failed] = await Promise.all([
    viewer(),
    read(listDeals, { organisationId, limit: 50 }),
    read(listOrganisationManifests, { organisationId, limit: SHOWN }),
    read(listJobs, { organisationId, limit: SHOWN }),
    read(listJobs, { organisationId, state: "failed", limit: SHOWN }),
  ]);
  const mine = who?.memberships.find((m) => m.organisationId === organisationId);
  const isPlatform = mine?.kind !== "lab";
  const reportDeal = (
    <LinkButton href={`${base}/deals/new`} variant={deals.items.length === 0 ? "primary" : "secondary"}>
      Report a deal
    </LinkButton>
  );
  return (
    <Page
      title={mine?.name ?? "Organisation"}
      lead={isPlatform ? "Your deals, from report to payment." : "The deals in which you are the licensee."}
      actions={isPlatform && deals.items.length > 0 ? reportDeal : undefined}
    >
      <StandingBanner state={mine?.state} />
      <Section title="Needs attention">
        <Attention
          items={platformAttention(base, deals.items, failed.items.filter(isRecent))}
          calm="Nothing waits for you."
        />
        <InviteHint organisationId={organisationId} role={mine?.role} />
      </Section>
      <Section
        title="Deals"
        actions={
          deals.items.length > SHOWN ? <TextLink href={`${base}/deals`}>All deals</TextLink> : undefined
        }
      >
        {deals.items.length === 0 ? (
          <Empty title="No deals yet" action={isPlatform ? reportDeal : undefined}>
            {isPlatform
              ? "A deal you report will be here, with where it stands and what it pays to whom."
              : "Deals that name you as their licensee will be here."}
          </Empty>
        ) : (
          <DealTable base={`${base}/deals`} deals={deals.items.slice(0, SHOWN)} />
        )}
      </Section>
      {manifests.items.length > 0 && (
        <Section title="Latest manifests">
          <LatestManifests base={base} manifests={manifests.items} deals={deals.items} />
        </Section>
      )}
      {jobs.items.length > 0 && (
        <Section title="Long work">
          <RecentJobs base={`${base}/jobs`} jobs={jobs.items} />
        </Section>
      )}
    </Page>
  );
}

/** An old failure nobody took up again is history, not a task. */
function isRecent(job: { finishedAt: string | null }): boolean {
  return job.finishedAt !== null && Date.now() - Date.parse(job.finishedAt) < WEEK_MS;
}
