import { useTranslations } from "next-intl";
import { rowsOf } from "@/app/_jobs/rows-of";
import { JOB_TONES } from "@/app/_jobs/words.client";
import { kindText } from "@/kernel/job-kinds";
import type { JobView } from "@/modules/jobs/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { InstantText, NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

export function RecentJobs({ base, jobs }: { base: string; jobs: readonly JobView[] }) {
  const [t, words] = [useTranslations("deals.home.jobs"), useTranslations("jobs")];
  return (
    <Table caption={t("title")}>
      <THead>
        <Tr>
          <Th>{t("work")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("started")}</Th>
          <Th numeric>{t("rows")}</Th>
        </Tr>
      </THead>
      <TBody>
        {jobs.map((job) => (
          <Tr key={job.id}>
            <Td>
              <TextLink href={`${base}/${job.id}`}>{kindText(words, job.kind)}</TextLink>
            </Td>
            <Td label={t("state")}>
              <Badge tone={JOB_TONES[job.state]}>{words(`state.${job.state}`)}</Badge>
            </Td>
            <Td label={t("started")}>
              <InstantText at={job.startedAt ?? job.createdAt} />
            </Td>
            <Td numeric label={t("rows")}>
              {rowsOf(job) === 0n ? "–" : <NumberText value={rowsOf(job)} figure={`job.rows:${job.id}`} />}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
