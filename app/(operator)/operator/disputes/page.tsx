import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { listHandleDisputes } from "@/modules/handles/queries";
import { listContestedWorks } from "@/modules/works/register/list-contested-works";
import { Empty } from "@/ui/page/empty";
import { Page } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { ContestedWorks } from "./_components/contested-works";
import { DisputePanel } from "./_components/dispute-panel";
import { DisputesNav } from "./_components/disputes-nav";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operator"))("disputes.title") };
}

type Search = Promise<{ state?: string; cursor?: string }>;

/** Handles that more than one person has proved: the evidence side by side, and the decision. */
export default async function DisputesPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations("operator.disputes");
  const { state: asked, cursor } = await searchParams;
  const state = asked === "settled" ? "settled" : "open";
  const [disputes, contested] = await Promise.all([
    read(listHandleDisputes, { state, limit: 10, ...(cursor ? { cursor } : {}) }),
    read(listContestedWorks, {}),
  ]);
  const here = `/operator/disputes?state=${state}`;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <DisputesNav current={state} />
      {disputes.items.length === 0 ? (
        <Empty title={t(state === "open" ? "noneOpen" : "noneSettled")}>{t("noneWhy")}</Empty>
      ) : (
        disputes.items.map((dispute) => <DisputePanel key={dispute.id} dispute={dispute} />)
      )}
      <Pager
        nextHref={disputes.nextCursor && `${here}&cursor=${disputes.nextCursor}`}
        firstHref={cursor === undefined ? null : here}
      />
      {state === "open" && <ContestedWorks items={contested.items} />}
    </Page>
  );
}
