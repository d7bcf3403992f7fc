import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunProgress } from "@/app/_jobs/job-progress";
import { BytesText } from "@/app/_manifests/bytes-text.client";
import { ManifestState } from "@/app/_manifests/manifest-cells";
import { read } from "@/app/_web/page/page";
import { getDeal } from "@/modules/deals/queries";
import { getManifest } from "@/modules/manifests/read/queries";
import { Page, Section } from "@/ui/page/page";
import { Counts } from "./_components/counts";
import { FileFacts } from "./_components/file-facts";
import { NextStep } from "./_components/next-step";
import { Notes } from "./_components/notes";
import { Rejections } from "./_components/rejections";

type Props = {
  params: Promise<{ organisationId: string; manifestId: string }>;
  searchParams: Promise<{ reason?: string; cursor?: string; after?: string; upload?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { manifestId } = await params;
  return { title: (await read(getManifest, { manifestId })).fileName };
}

/** One manifest: its checks as they run, what they counted, and every row that was rejected, with why. */
export default async function ManifestPage({ params, searchParams }: Props) {
  const [{ organisationId, manifestId }, asked, t] = await Promise.all([
    params,
    searchParams,
    getTranslations("manifests"),
  ]);
  const manifest = await read(getManifest, { manifestId });
  const deal = await read(getDeal, { dealId: manifest.dealId });
  const home = `/o/${organisationId}`;
  const done = manifest.state === "ready" || manifest.state === "no_usable_rows";
  return (
    <Page
      title={
        <span translate="no" className="wrap-anywhere">
          {manifest.fileName}
        </span>
      }
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <ManifestState manifest={manifest} />
          <BytesText bytes={manifest.bytes} />
        </span>
      }
      breadcrumbs={[
        { href: `${home}/deals`, label: t("deals") },
        { href: `${home}/deals/${deal.id}`, label: deal.title, own: true },
      ]}
    >
      {!done && (
        <Section title={t("page.checks")} lead={t("page.checksLead")}>
          <RunProgress run={manifest} />
        </Section>
      )}
      {done && <Counts manifest={manifest} />}
      <NextStep home={home} manifest={manifest} deal={deal} uploadId={asked.upload ?? null} />
      {done && (
        <>
          <Rejections manifest={manifest} base={`${home}/manifests/${manifestId}`} asked={asked} />
          <Notes notes={manifest.notes} of={manifest.id} />
        </>
      )}
      <FileFacts manifest={manifest} />
    </Page>
  );
}
