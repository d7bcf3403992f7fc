import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { JOB_KINDS, kindText } from "@/kernel/job-kinds";
import { listJobs } from "@/modules/jobs/queries";
import { Button, LinkButton } from "@/ui/button/button";
import { Field, Select } from "@/ui/input/field";
import { Empty } from "@/ui/page/empty";
import { Page } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { searchOf } from "../parties/_components/search-of";
import { JobsTable } from "./_components/jobs-table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const STATES = ["queued", "running", "failed", "succeeded", "cancelled"] as const;
const PATH = "/operator/jobs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operator"))("jobs.title") };
}

/** Long work of every party, newest first; what is asked for stands in the address. */
export default async function JobsPage({ searchParams }: Props) {
  const [t, words] = await Promise.all([getTranslations("operator.jobs"), getTranslations("jobs")]);
  const search = searchOf(await searchParams, ["state", "kind", "cursor"]);
  const state = STATES.find((one) => one === search.state);
  const kind = JOB_KINDS.find((one) => one === search.kind);
  const filter = { ...(state ? { state } : {}), ...(kind ? { kind } : {}) };
  const page = await read(listJobs, { ...filter, ...(search.cursor ? { cursor: search.cursor } : {}) });
  const kept = new URLSearchParams(filter);
  const first = kept.size === 0 ? PATH : `${PATH}?${kept}`;
  if (page.nextCursor !== null) kept.set("cursor", page.nextCursor);
  const any = { value: "", label: t("any") };
  return (
    <Page title={t("title")} lead={t("lead")}>
      <form method="get" action={PATH} className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-full sm:w-56">
          <Field label={t("state")}>
            <Select
              name="state"
              defaultValue={state ?? ""}
              options={[any, ...STATES.map((value) => ({ value, label: words(`state.${value}`) }))]}
            />
          </Field>
        </div>
        <div className="w-full sm:w-64">
          <Field label={t("kind")}>
            <Select
              name="kind"
              defaultValue={kind ?? ""}
              options={[any, ...JOB_KINDS.map((value) => ({ value, label: kindText(words, value) }))]}
            />
          </Field>
        </div>
        <Button variant="secondary">{t("filter")}</Button>
        {Object.keys(filter).length > 0 && (
          <LinkButton href={PATH} variant="quiet">
            {t("clear")}
          </LinkButton>
        )}
      </form>
      {page.items.length === 0 ? (
        <Empty title={t("empty")}>{t(Object.keys(filter).length > 0 ? "emptyFilter" : "emptyWhy")}</Empty>
      ) : (
        <JobsTable jobs={page.items} />
      )}
      <Pager nextHref={page.nextCursor && `${PATH}?${kept}`} firstHref={search.cursor ? first : null} />
    </Page>
  );
}
