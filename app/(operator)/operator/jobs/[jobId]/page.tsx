import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JobProgress } from "@/app/_jobs/job-progress";
import { read } from "@/app/_web/page/page";
import { kindText } from "@/kernel/job-kinds";
import { getJob } from "@/modules/jobs/queries";
import { Page, Section } from "@/ui/page/page";
import { Code } from "@/ui/text/code";
import { Definitions } from "@/ui/text/definition";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

type Props = { params: Promise<{ jobId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const job = await read(getJob, { jobId: (await params).jobId });
  return { title: kindText(await getTranslations("jobs"), job.kind) };
}

/** One job: its steps as they go on, why it ended, and what starts it again or stops it. */
export default async function OperatorJobPage({ params }: Props) {
  const job = await read(getJob, { jobId: (await params).jobId });
  const [t, words] = await Promise.all([getTranslations("operator"), getTranslations("jobs")]);
  return (
    <Page
      title={kindText(words, job.kind)}
      lead={t("jobs.oneLead")}
      breadcrumbs={[{ href: "/operator/jobs", label: t("nav.jobs") }]}
    >
      <JobProgress job={job} />
      <Section title={t("jobs.facts")}>
        <Definitions
          items={[
            { term: t("jobs.job"), value: <Code inline>{job.id}</Code> },
            { term: t("jobs.subject"), value: <Code inline>{job.subject}</Code> },
            { term: t("jobs.asked"), value: <InstantText at={job.createdAt} /> },
            { term: t("jobs.attempts"), value: job.attempts },
            ...(job.organisationId === null
              ? []
              : [
                  {
                    term: t("jobs.for"),
                    value: (
                      <TextLink href={`/operator/parties/${job.organisationId}`}>{t("jobs.party")}</TextLink>
                    ),
                  },
                ]),
            {
              term: t("jobs.trace"),
              value: <TextLink href={`/operator/audit?subject=${job.subject}`}>{t("jobs.audit")}</TextLink>,
            },
          ]}
        />
      </Section>
    </Page>
  );
}
