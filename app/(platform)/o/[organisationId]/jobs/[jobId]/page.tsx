import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JobProgress } from "@/app/_jobs/job-progress";
import { read } from "@/app/_web/page/page";
import { kindText } from "@/kernel/job-kinds";
import { getJob } from "@/modules/jobs/queries";
import { Page } from "@/ui/page/page";

type Props = { params: Promise<{ organisationId: string; jobId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { jobId }] = await Promise.all([getTranslations("jobs"), params]);
  return { title: kindText(t, (await read(getJob, { jobId })).kind) };
}

export default async function JobPage({ params }: Props) {
  const { organisationId, jobId } = await params;
  const [t, job] = await Promise.all([getTranslations("jobs"), read(getJob, { jobId })]);
  return (
    <Page
      title={kindText(t, job.kind)}
      lead={t("lead")}
      breadcrumbs={[{ href: `/o/${organisationId}`, label: t("home") }]}
    >
      <JobProgress job={job} />
    </Page>
  );
}
