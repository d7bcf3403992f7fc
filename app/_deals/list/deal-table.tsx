import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema/deal";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { DealStateBadge } from "../view/deal-state-badge";
import { Name } from "../view/name";
import { type ListParams, listHref, type SORTS } from "./list-params";

type Sort = (typeof SORTS)[number];

/** Deals in a list: what, with whom, where it stands, for how much. With `search` its headings sort. */
export function DealTable({
  base,
  deals,
  search,
  reader = "platform",
}: {
  base: string;
  deals: readonly DealView[];
  search?: ListParams;
  /** Who reads: each is shown the other side. */
  reader?: "platform" | "lab";
}) {
  const t = useTranslations("deals.table");
  const sorting = { base, search };
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Heading {...sorting} label={t("deal")} up="title" />
          <Th>{t("state")}</Th>
          <Heading {...sorting} label={t("drafted")} down="newest" up="oldest" />
          <Th>{t("noticeEnds")}</Th>
          <Heading {...sorting} label={t("gross")} down="gross" numeric />
          <Th numeric>{t("pool")}</Th>
        </Tr>
      </THead>
      <TBody>
        {deals.map((deal) => (
          <Tr key={deal.id}>
            <Td>
              <TextLink href={`${base}/${deal.id}`} translate="no">
                {deal.title}
              </TextLink>
              <span className="block text-sm text-muted">
                {reader === "lab"
                  ? t.rich("from", { name: () => <Name>{deal.platform.name}</Name> })
                  : t.rich("to", { name: () => <Name>{deal.licensee.name}</Name> })}
              </span>
            </Td>
            <Td label={t("state")}>
              <DealStateBadge state={deal.state} noticeOver={!deal.noticeRunning} />
              {deal.state === "noticed" && !deal.noticeRunning && (
                <span className="block text-sm text-muted">{t("noticeOver")}</span>
              )}
            </Td>
            <Td label={t("drafted")}>
              <DateText at={deal.createdAt} />
            </Td>
            <Td label={t("noticeEnds")}>{deal.noticeEndsAt ? <DateText at={deal.noticeEndsAt} /> : "–"}</Td>
            <Td numeric label={t("gross")}>
              <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} />
            </Td>
            <Td numeric label={t("pool")}>
              <MoneyText money={deal.split.pool} figure={`deal.pool:${deal.id}`} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** A column's heading; where it sorts, a link that turns the order around when it is the order already. */
function Heading({
  base,
  search,
  label,
  up,
  down,
  numeric = false,
}: {
  base: string;
  search: ListParams | undefined;
  label: string;
  up?: Sort;
  down?: Sort;
  numeric?: boolean;
}) {
  const t = useTranslations("deals.table");
  if (search === undefined) return <Th numeric={numeric}>{label}</Th>;
  const now = search.sort ?? "newest";
  const next = now === down && up !== undefined ? up : (down ?? up);
  const standing = now === up ? "ascending" : now === down ? "descending" : undefined;
  return (
    <Th numeric={numeric} aria-sort={standing}>
      <Link
        href={listHref(base, { ...search, sort: next, cursor: undefined })}
        title={t("sort", { column: label })}
        className="-my-0.5 inline-flex items-baseline gap-1 rounded py-0.5 hover:text-ink hover:underline"
      >
        {label}
        {standing !== undefined && (
          <span aria-hidden="true" className="text-[0.65em]">
            {standing === "ascending" ? "▲" : "▼"}
          </span>
        )}
      </Link>
    </Th>
  );
}
