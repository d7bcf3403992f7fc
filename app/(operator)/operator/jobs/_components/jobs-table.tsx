import { useTranslations } from "next-intl";
import { rowsOf } from "@/app/_jobs/rows-of";
import { JOB_TONES, phaseText } from "@/app/_jobs/words.client";
import { kindText } from "@/kernel/job-kinds";
import type { JobView } from "@/modules/jobs/schema";
import { Bar } from "@/ui/page/progress";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { InstantText, NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

/** Jobs, newest first: how far each is, or why it ended. */
export function JobsTable({ jobs }: { jobs: readonly JobView[] }) {
  const t = useTranslations("operator.jobs");
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("job")}</Th>
          <Th>{t("state")}</Th>
          <Th numeric>{t("rows")}</Th>
          <Th numeric>{t("attempts")}</Th>
          <Th>{t("asked")}</Th>
        </Tr>
      </THead>
      <TBody>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </TBody>
    </Table>
  );
}

function JobRow({ job }: { job: JobView }) {
  const t = useTranslations("operator.jobs");
  const words = useTranslations("jobs");
  return (
    <Tr>
      <Td>
        <TextLink href={`/operator/jobs/${job.id}`}>{kindText(words, job.kind)}</TextLink>
        <span className="block font-mono text-xs break-all text-muted" translate="no">
          {job.subject}
        </span>
      </Td>
      <Td label={t("state")} className="sm:max-w-80">
        <Badge tone={JOB_TONES[job.state]}>{words(`state.${job.state}`)}</Badge>
        {job.error && (
          <span lang="en" translate="no" className="mt-1 block text-sm text-muted">
            {job.error.message}
          </span>
        )}
        {job.state === "running" && job.phase !== null && (
          <span className="mt-1 block">
            <Bar
              value={Number(job.rowsDone)}
              max={job.rowsTotal === null ? null : Number(job.rowsTotal)}
              label={phaseText(words, job.phase)}
            />
          </span>
        )}
      </Td>
      <Td numeric label={t("rows")}>
        <NumberText value={rowsOf(job)} figure={`job.rows:${job.id}`} />
      </Td>
      <Td numeric label={t("attempts")}>
        {job.attempts}
      </Td>
      <Td label={t("asked")}>
        <InstantText at={job.startedAt ?? job.createdAt} />
      </Td>
    </Tr>
  );
}
