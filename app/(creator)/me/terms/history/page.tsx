import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { read } from "@/app/_web/page/page";
import { compareVersions, termsHistory } from "@/modules/consent/queries/terms-history";
import { SCOPE_KINDS } from "@/modules/consent/schema";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Page } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { Comparison } from "./_components/comparison";
import { HistoryFilter } from "./_components/history-filter";
import { HistoryList } from "./_components/history-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("terms.versions");
  return { title: t("title") };
}

type Search = Promise<Partial<Record<"cursor" | "from" | "to" | "kind", string>>>;

/** Every version a person ever saved, and the difference between any two. */
export default async function TermsHistoryPage({ searchParams }: { searchParams: Search }) {
  const { cursor, from, to, kind } = await searchParams;
  const scopeKind = SCOPE_KINDS.find((known) => known === kind);
  const [t, history, compared] = await Promise.all([
    getTranslations("terms"),
    read(termsHistory, { ...(cursor ? { cursor } : {}), ...(scopeKind ? { scopeKind } : {}) }),
    from && to ? read(compareVersions, { from, to }) : null,
  ]);
  const href = (parts: Record<string, string>) =>
    `/me/terms/history?${new URLSearchParams({ ...(scopeKind ? { kind: scopeKind } : {}), ...parts })}`;
  return (
    <Page
      title={t("versions.title")}
      lead={t("versions.lead")}
      breadcrumbs={[{ href: "/me/terms", label: t("title") }]}
    >
      {compared !== null && <Comparison compared={compared} />}
      {history.items.length === 0 && !cursor && !scopeKind ? (
        <Empty
          title={t("versions.emptyTitle")}
          action={<LinkButton href="/me/terms">{t("versions.emptyAction")}</LinkButton>}
        >
          {t("versions.empty")}
        </Empty>
      ) : (
        <div>
          <HistoryFilter kind={scopeKind ?? ""} />
          <HistoryList items={history.items} from={from ?? ""} to={to ?? ""} kind={scopeKind ?? ""} />
          <Pager
            nextHref={history.nextCursor && href({ cursor: history.nextCursor })}
            firstHref={cursor ? href({}) : null}
          />
        </div>
      )}
    </Page>
  );
}
