import { getTranslations } from "next-intl/server";
import { UNDER_WAY } from "@/app/_deals/list/deal-filters";
import { DealTable } from "@/app/_deals/list/deal-table";
import { Attention } from "@/app/_shell/attention";
import { read } from "@/app/_web/page/page";
import { mayAt } from "@/app/_web/page/permissions";
import { type Viewer, viewer } from "@/app/_web/page/viewer";
import { LIMITS } from "@/kernel/limits";
import { DAY_MS } from "@/kernel/time";
import { listDeals } from "@/modules/deals/queries";
import { platformMoney } from "@/modules/earnings/queries/platform-money";
import { listJobs } from "@/modules/jobs/queries";
import { listOrganisationManifests } from "@/modules/manifests/read/queries";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Page, Section } from "@/ui/page/page";
import { TextLink } from "@/ui/text/text-link";
import { workOf } from "./_components/deal-work";
import { DealsInProgress } from "./_components/deals-in-progress";
import { FirstDeal } from "./_components/first-deal";
import { inviteHint } from "./_components/invite-hint";
import { labAttention } from "./_components/lab-attention";
import { LatestManifests } from "./_components/latest-manifests";
import { MoneyAtAGlance } from "./_components/money-at-a-glance";
import { platformAttention } from "./_components/platform-attention";
import { RecentJobs } from "./_components/recent-jobs";
import { StandingBanner } from "./_components/standing-banner";

const SHOWN = 4;
const WEEK_MS = 7 * DAY_MS;
type Props = { params: Promise<{ organisationId: string }> };

/** An organisation's home; a lab sees its deals, everybody else a platform's work. */
export default async function Home({ params }: Props) {
  const { organisationId } = await params;
  const [who, t] = await Promise.all([viewer(), getTranslations("deals.home")]);
  const mine = who?.memberships.find((m) => m.organisationId === organisationId);
  return (
    <Page
      title={mine === undefined ? t("operatorTitle") : <span translate="no">{mine.name}</span>}
      lead={t(mine?.kind === "lab" ? "leadLab" : "lead")}
      actions={mayAt(who, organisationId, "deals:write") && <ReportDeal organisationId={organisationId} />}
    >
      <StandingBanner state={mine?.state} />
      {mine?.kind === "platform" ? (
        <PlatformHome {...{ organisationId, who }} role={mine.role} />
      ) : (
        <LabHome organisationId={organisationId} />
      )}
    </Page>
  );
}

async function ReportDeal({ organisationId }: { organisationId: string }) {
  const [t, any] = await Promise.all([
    getTranslations("deals.list"),
    read(listDeals, { organisationId, limit: 1 }),
  ]);
  if (any.items.length === 0) return null;
  return (
    <LinkButton href={`/o/${organisationId}/deals/new`} variant="secondary">
      {t("report")}
    </LinkButton>
  );
}

type Role = Parameters<typeof inviteHint>[1];

type PlatformProps = { organisationId: string; who: Viewer | null; role: Role };

async function PlatformHome({ organisationId, who, role }: PlatformProps) {
  const base = `/o/${organisationId}`;
  const now = new Date();
  const [t, underWay, drafts, any, manifests, jobs, failed, money, alone] = await Promise.all([
    getTranslations("deals.home"),
    read(listDeals, { organisationId, state: UNDER_WAY, sort: "oldest", limit: LIMITS.pageRowsMax }),
    read(listDeals, { organisationId, state: "draft", limit: 50 }),
    read(listDeals, { organisationId, limit: 50 }),
    read(listOrganisationManifests, { organisationId, limit: SHOWN }),
    read(listJobs, { organisationId, limit: SHOWN }),
    read(listJobs, { organisationId, state: "failed", limit: SHOWN }),
    read(platformMoney, { organisationId }),
    inviteHint(organisationId, role),
  ]);
  if (any.items.length === 0)
    return <FirstDeal base={base} mayReport={mayAt(who, organisationId, "deals:write")} />;
  const work = await workOf(underWay.items);
  const failedJobs = failed.items.filter((job) => isRecent(job, now));
  const items = await platformAttention({
    base,
    deals: underWay.items,
    drafts: { newest: drafts.items, more: drafts.nextCursor !== null },
    work,
    failedJobs,
    mayRun: mayAt(who, organisationId, "manifests:write"),
    now,
  });
  return (
    <>
      <Section title={t("attention.title")}>
        <Attention items={[...items, ...alone]} calm={t("attention.calm")} />
      </Section>
      <Section
        title={t("progress.title")}
        actions={<TextLink href={`${base}/deals`}>{t("progress.all")}</TextLink>}
      >
        {underWay.items.length === 0 ? (
          <p className="text-muted">{t("progress.none")}</p>
        ) : (
          <DealsInProgress base={`${base}/deals`} deals={underWay.items.toReversed()} now={now} />
        )}
      </Section>
      <Section title={t("money.title")} lead={t("money.lead")}>
        <MoneyAtAGlance money={money} of={organisationId} />
      </Section>
      {manifests.items.length > 0 && (
        <Section title={t("manifests.title")}>
          <LatestManifests
            base={base}
            manifests={manifests.items}
            deals={[...any.items, ...underWay.items]}
          />
        </Section>
      )}
      {jobs.items.length > 0 && (
        <Section title={t("jobs.title")}>
          <RecentJobs base={`${base}/jobs`} jobs={jobs.items} />
        </Section>
      )}
    </>
  );
}

async function LabHome({ organisationId }: { organisationId: string }) {
  const [t, list, deals, open] = await Promise.all([
    getTranslations("deals.home"),
    getTranslations("deals"),
    read(listDeals, { organisationId, limit: 10 }),
    read(listDeals, { organisationId, state: "reported,noticed,sealed", limit: 50 }),
  ]);
  const base = `/o/${organisationId}/deals`;
  const items = await labAttention(base, open.items);
  return (
    <>
      {items.length > 0 && (
        <Section title={t("attention.title")}>
          <Attention items={items} calm={t("attention.calm")} />
        </Section>
      )}
      <Section title={list("title")} actions={<TextLink href={base}>{t("progress.all")}</TextLink>}>
        {deals.items.length === 0 ? (
          <Empty title={t("first.lab")}>{t("first.labText")}</Empty>
        ) : (
          <DealTable base={base} deals={deals.items} reader="lab" />
        )}
      </Section>
    </>
  );
}

/** An old failure nobody took up again is history, not a task. */
function isRecent(job: { finishedAt: string | null }, now: Date): boolean {
  return job.finishedAt !== null && now.getTime() - Date.parse(job.finishedAt) < WEEK_MS;
}
