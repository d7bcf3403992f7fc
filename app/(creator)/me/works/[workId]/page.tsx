import type { Metadata } from "next";
import { read } from "@/app/_web/page";
import { getWork } from "@/modules/works/queries";
import { WORK_KIND_WORDS } from "@/modules/works/words";
import { Banner } from "@/ui/banner";
import { DateText } from "@/ui/numbers";
import { Page } from "@/ui/page";
import { RetireWork } from "../_components/retire-work";
import { WorkRecord } from "../_components/work-record";
import { WorkState } from "../_components/work-table";

export const metadata: Metadata = { title: "Work" };

export default async function WorkPage({ params }: { params: Promise<{ workId: string }> }) {
  const work = await read(getWork, await params);
  return (
    <Page
      title={work.title}
      lead={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>
            {WORK_KIND_WORDS[work.kind]}, registered <DateText at={work.createdAt} />
          </span>
          <WorkState work={work} />
        </span>
      }
      breadcrumbs={[{ href: "/me/works", label: "Works" }]}
      actions={work.registeredByYou && work.retiredAt === null && <RetireWork workId={work.id} />}
    >
      {work.retiredAt !== null && (
        <Banner title="This work is retired.">
          Since <DateText at={work.retiredAt} /> its own terms and splits no longer count; those of the handle
          do.
        </Banner>
      )}
      <WorkRecord work={work} />
    </Page>
  );
}
