import { getTranslations } from "next-intl/server";
import { reasonText } from "@/app/_manifests/words.client";
import { read } from "@/app/_web/page/page";
import { listRejections } from "@/modules/manifests/read/queries";
import type { ManifestView, RejectionPage } from "@/modules/manifests/schema";
import { buttonClass } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Section } from "@/ui/page/page";
import { Pager } from "@/ui/table/pager";
import { Table, TBody, THead, Th, Tr } from "@/ui/table/table";
import { ReasonFilter } from "./reason-filter";
import { RejectedRow } from "./rejected-row";

/** `after`: how many were shown on the pages before; the cursor is the API's, and opaque. */
type Reason = RejectionPage["items"][number]["reason"];
type Asked = Partial<Record<"reason" | "cursor" | "after" | "upload", string | undefined>>;
type Props = { manifest: ManifestView; base: string; asked: Asked };

/** Every rejected row with its line, its field, why, and its original text; a page at a time, or all as a file. */
export async function Rejections({ manifest, base, asked }: Props) {
  const t = await getTranslations("manifests");
  if (manifest.rejected === "0") {
    return (
      <Section title={t("rejections.title")} id="rejections">
        <Empty title={t("rejections.none")}>{t("rejections.noneBody")}</Empty>
      </Section>
    );
  }
  const { reason, cursor, after, upload } = asked;
  const page = await read(listRejections, {
    manifestId: manifest.id,
    ...(reason ? { reason: reason as Reason } : {}), // written by anybody: `read` says what is no reason
    ...(cursor ? { cursor } : {}),
  });
  const at = (more: Record<string, string>) =>
    `${base}?${new URLSearchParams({ ...(upload ? { upload } : {}), ...more })}#rejections`;
  const kept = reason ? { reason } : {};
  const from = Number(after) || 0;
  return (
    <Section
      title={t("rejections.title")}
      id="rejections"
      lead={t("rejections.lead")}
      actions={
        <a
          href={`/api/v1/manifests/${manifest.id}/rejections.csv`}
          download
          className={buttonClass("secondary")}
        >
          {t("rejections.download")}
        </a>
      }
    >
      <ReasonFilter
        of={manifest.id}
        label={t("rejections.filter")}
        current={reason}
        entries={[
          { reason: undefined, label: t("rejections.all"), count: manifest.rejected ?? "0", href: at({}) },
          ...Object.entries(manifest.reasons ?? {}).map(([name, count]) => ({
            reason: name,
            label: reasonText(t, name).label,
            count,
            href: at({ reason: name }),
          })),
        ]}
      />
      <Table caption={t("rejections.caption")}>
        <THead>
          <Tr>
            <Th numeric>{t("rejections.line")}</Th>
            <Th>{t("rejections.field")}</Th>
            <Th>{t("rejections.why")}</Th>
            <Th>{t("rejections.original")}</Th>
          </Tr>
        </THead>
        <TBody>
          {page.items.map((item) => (
            <RejectedRow
              key={`${item.record}:${item.field}:${item.reason}`}
              manifest={manifest}
              item={item}
            />
          ))}
        </TBody>
      </Table>
      <Pager
        nextHref={
          page.nextCursor === null
            ? null
            : at({ ...kept, cursor: page.nextCursor, after: String(from + page.items.length) })
        }
        firstHref={cursor === undefined ? null : at(kept)}
      >
        {t("rejections.shown", { from: from + 1, to: from + page.items.length })}
      </Pager>
    </Section>
  );
}
