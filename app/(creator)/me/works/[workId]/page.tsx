import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { myHandlesAndMoney } from "@/modules/earnings/queries/own-handles";
import { getWork } from "@/modules/works/queries";
import { LinkButton } from "@/ui/button/button";
import { Banner } from "@/ui/page/banner";
import { Page } from "@/ui/page/page";
import { DateText } from "@/ui/text/numbers";
import { CannotEarn } from "../_components/cannot-earn";
import { Contested } from "../_components/contested";
import { RetireWork } from "../_components/retire-work";
import { WorkRecord } from "../_components/work-record";
import { WorkState } from "../_components/work-table";

type Props = { params: Promise<{ workId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read(getWork, await params)).title };
}

export default async function WorkPage({ params }: Props) {
  const [t, work, handles] = await Promise.all([
    getTranslations("works"),
    read(getWork, await params),
    read(myHandlesAndMoney, {}),
  ]);
  // With co-authors the proved name may be theirs, which is nobody else's to see.
  const alone = work.authors.every(({ you }) => you);
  const cannotEarn = alone && !handles.items.some(({ state }) => state === "verified");
  const { retiredAt } = work;
  return (
    <Page
      title={<span translate="no">{work.title}</span>}
      lead={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>
            {t.rich("work.lead", {
              kind: t(`kind.${work.kind}`),
              day: () => <DateText at={work.createdAt} />,
            })}
          </span>
          <WorkState work={work} />
        </span>
      }
      breadcrumbs={[{ href: "/me/works", label: t("works.crumb") }]}
      actions={
        retiredAt === null && (
          <>
            <LinkButton href={`/me/terms?scope=${work.id}`} variant="secondary">
              {t("work.terms")}
            </LinkButton>
            {work.registeredByYou && <RetireWork workId={work.id} />}
          </>
        )
      }
    >
      {retiredAt !== null && (
        <Banner title={t("work.retiredTitle")}>
          {t.rich("work.retired", { day: () => <DateText at={retiredAt} /> })}
        </Banner>
      )}
      {retiredAt === null && <Contested work={work} />}
      {retiredAt === null && cannotEarn && <CannotEarn />}
      <WorkRecord work={work} />
    </Page>
  );
}
