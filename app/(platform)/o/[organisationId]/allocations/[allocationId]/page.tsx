import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunProgress } from "@/app/_jobs/job-progress";
import { Own } from "@/app/_manifests/bytes-text.client";
import { read } from "@/app/_web/page/page";
import { allocation } from "@/modules/allocation/queries/allocation";
import { clearance } from "@/modules/clearance/queries";
import { getDeal } from "@/modules/deals/queries";
import { getManifest } from "@/modules/manifests/read/queries";
import { Page, Section } from "@/ui/page/page";
import { InstantText } from "@/ui/text/numbers";
import { SplitBadge } from "../../deals/[dealId]/_components/run-badge";
import { Figures } from "./_components/figures";
import { MoneyOfSplit } from "./_components/money-of-split";
import { Picture } from "./_components/picture";
import { Published } from "./_components/published";
import { RulesOfSplit } from "./_components/rules-of-split";
import { Standing } from "./_components/standing";

type Props = {
  params: Promise<{ organisationId: string; allocationId: string }>;
  searchParams: Promise<{ with?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { allocationId }] = await Promise.all([getTranslations("allocation"), params]);
  const view = await read(allocation, { allocationId });
  const deal = await read(getDeal, { dealId: view.dealId });
  return { title: `${t(view.whatIf ? "titleWhatIf" : "title")}: ${deal.title}` };
}

/** One split: whether it counts, each share, a comparison with other rules, and the files to verify it. */
export default async function AllocationPage({ params, searchParams }: Props) {
  const [{ organisationId, allocationId }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("allocation"),
  ]);
  const view = await read(allocation, { allocationId });
  const deal = await read(getDeal, { dealId: view.dealId });
  const cleared = await read(clearance, { clearanceId: view.clearanceId });
  const home = `/o/${organisationId}`;
  const isPlatform = organisationId === deal.platform.id;
  // A licensee's members see no manifest.
  const columns = isPlatform
    ? (await read(getManifest, { manifestId: cleared.manifestId })).mapping.columns
    : null;
  const withFiles = view.sealedAt !== null || isPlatform;
  return (
    <Page
      title={t(view.whatIf ? "titleWhatIf" : "title")}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <SplitBadge run={view} />
          <span>
            {t.rich("lead", {
              deal: () => <Own>{deal.title}</Own>,
              at: () => <InstantText at={view.createdAt} />,
            })}
          </span>
        </span>
      }
      breadcrumbs={[
        { href: `${home}/deals`, label: t("deals") },
        { href: `${home}/deals/${deal.id}`, label: deal.title, own: true },
      ]}
    >
      {view.state === "succeeded" ? (
        <>
          <Standing view={view} deal={deal} home={home} cleared={cleared} now={new Date()} />
          <Figures view={view} cancelled={deal.state === "cancelled"} />
          {withFiles && (
            <Picture view={view} deal={deal} home={home} columns={columns} against={asked.with} />
          )}
          <MoneyOfSplit view={view} platformName={deal.platform.name} />
          <RulesOfSplit view={view} home={home} columns={columns} />
          <Published view={view} withFiles={withFiles} />
        </>
      ) : (
        <Section title={t("progress")} lead={t("progressLead")}>
          <RunProgress run={view} />
        </Section>
      )}
    </Page>
  );
}
