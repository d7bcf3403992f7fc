import { useTranslations } from "next-intl";
import type { z } from "zod";
import { ManifestState, RowCount } from "@/app/_manifests/manifest-cells";
import type { DealView } from "@/modules/deals/schema/deal";
import type { ManifestSummary } from "@/modules/manifests/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

/** The newest files of rows over all deals: where each stands, and how many of its rows were taken. */
export function LatestManifests({
  base,
  manifests,
  deals,
}: {
  base: string;
  manifests: readonly z.output<typeof ManifestSummary>[];
  deals: readonly DealView[];
}) {
  const t = useTranslations("deals.home.manifests");
  return (
    <Table caption={t("title")}>
      <THead>
        <Tr>
          <Th>{t("file")}</Th>
          <Th>{t("state")}</Th>
          <Th numeric>{t("rows")}</Th>
          <Th numeric>{t("accepted")}</Th>
          <Th>{t("uploaded")}</Th>
        </Tr>
      </THead>
      <TBody>
        {manifests.map((manifest) => (
          <Tr key={manifest.id}>
            <Td label={t("file")}>
              <TextLink href={`${base}/manifests/${manifest.id}`} translate="no">
                {manifest.fileName}
              </TextLink>
              <span translate="no" className="block text-sm text-muted">
                {deals.find((deal) => deal.id === manifest.dealId)?.title}
              </span>
            </Td>
            <Td label={t("state")}>
              <ManifestState manifest={manifest} />
            </Td>
            <Td numeric label={t("rows")}>
              <RowCount value={manifest.received} figure={`manifest.received:${manifest.id}`} />
            </Td>
            <Td numeric label={t("accepted")}>
              <RowCount value={manifest.accepted} figure={`manifest.accepted:${manifest.id}`} />
            </Td>
            <Td label={t("uploaded")}>
              <InstantText at={manifest.createdAt} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
