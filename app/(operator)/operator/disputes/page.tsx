import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page";
import { listHandleDisputes } from "@/modules/works/queries";
import { Empty } from "@/ui/empty";
import { Page } from "@/ui/page";
import { Pager } from "@/ui/pager";
import { DisputePanel } from "./_components/dispute-panel";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operator"))("disputes.title") };
}

type Search = Promise<{ state?: string; cursor?: string }>;

/** Handles that more than one person has proved: the evidence side by side, and the decision. */
export default async function DisputesPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations("operator.disputes");
  const { state: asked, cursor } = await searchParams;
  const state = asked === "settled" ? "settled" : "open";
  const disputes = await read(listHandleDisputes, { state, limit: 10, ...(cursor ? { cursor } : {}) });
  const here = `/operator/disputes?state=${state}`;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <nav aria-label={t("which")} className="-mt-4 flex gap-6 border-b border-rule">
        {(["open", "settled"] as const).map((one) => (
          <Link
            key={one}
            href={`/operator/disputes?state=${one}`}
            aria-current={one === state ? "page" : undefined}
            className={`-mb-px border-b-2 py-2 ${one === state ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"}`}
          >
            {t(one)}
          </Link>
        ))}
      </nav>
      {disputes.items.length === 0 ? (
        <Empty title={t(state === "open" ? "noneOpen" : "noneSettled")}>{t("noneWhy")}</Empty>
      ) : (
        disputes.items.map((dispute) => <DisputePanel key={dispute.id} dispute={dispute} />)
      )}
      <Pager
        nextHref={disputes.nextCursor && `${here}&cursor=${disputes.nextCursor}`}
        firstHref={cursor === undefined ? null : here}
      />
    </Page>
  );
}
