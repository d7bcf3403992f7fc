import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DealFilters } from "@/app/_deals/list/deal-filters";
import { DealTable } from "@/app/_deals/list/deal-table";
import { isFiltered, type ListParams, listHref, listInput } from "@/app/_deals/list/list-params";
import { read } from "@/app/_web/page/page";
import { mayAt } from "@/app/_web/page/permissions";
import { viewer } from "@/app/_web/page/viewer";
import { listDeals } from "@/modules/deals/queries";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Page } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";

type Props = { params: Promise<{ organisationId: string }>; searchParams: Promise<ListParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deals");
  return { title: t("title") };
}

/** The deals of a platform (or those a lab licenses) with their filters and order in the address. */
export default async function Deals({ params, searchParams }: Props) {
  const [{ organisationId }, search, t] = await Promise.all([params, searchParams, getTranslations("deals")]);
  const base = `/o/${organisationId}/deals`;
  const [who, page] = await Promise.all([
    viewer(),
    read(listDeals, { organisationId, ...listInput(search) }),
  ]);
  const mine = who?.memberships.find((m) => m.organisationId === organisationId);
  const mayReport = mayAt(who, organisationId, "deals:write");
  const report = mayReport ? <LinkButton href={`${base}/new`}>{t("list.report")}</LinkButton> : undefined;
  const filtered = isFiltered(search) || Boolean(search.cursor);
  const lab = mine?.kind === "lab";
  const download = listHref(`${base}/file`, { ...search, cursor: undefined });
  return (
    <Page
      title={t("title")}
      lead={t(lab ? "list.leadLab" : "list.lead")}
      actions={page.items.length > 0 || filtered ? report : undefined}
    >
      <div className="flex flex-col gap-6">
        {(page.items.length > 0 || filtered) && <DealFilters base={base} search={search} />}
        {page.items.length > 0 ? (
          <DealTable base={base} deals={page.items} search={search} reader={lab ? "lab" : "platform"} />
        ) : filtered ? (
          <Empty
            title={t("list.noneFits")}
            action={
              <LinkButton href={base} variant="secondary">
                {t("list.showAll")}
              </LinkButton>
            }
          >
            {t("list.noneFitsText")}
          </Empty>
        ) : (
          <Empty title={t("list.none")} action={report}>
            {t(lab ? "list.noneLab" : "list.noneText")}
          </Empty>
        )}
        {page.items.length > 0 && (
          <div className="flex flex-wrap items-center justify-between gap-4">
            <Pager
              nextHref={page.nextCursor && listHref(base, { ...search, cursor: page.nextCursor })}
              firstHref={search.cursor ? listHref(base, { ...search, cursor: undefined }) : null}
            />
            <a href={download} download className="link py-1 text-sm">
              {t("filters.download")}
            </a>
          </div>
        )}
      </div>
    </Page>
  );
}
