import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { ManifestState, RowCount } from "@/app/_manifests/manifest-cells";
import { bytesText } from "@/app/_manifests/words.client";
import type { DealView } from "@/modules/deals/schema/deal";
import type { ManifestSummary } from "@/modules/manifests/schema";
import { LinkButton } from "@/ui/button/button";
import { Empty } from "@/ui/page/empty";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

const OPEN_STATES = ["draft", "reported", "noticed"];

/** The files of rows sent for a deal, newest first. */
export function ManifestsSection({
  organisationId,
  deal,
  mayRun,
  manifests,
}: {
  organisationId: string;
  deal: DealView;
  mayRun: boolean;
  manifests: readonly z.output<typeof ManifestSummary>[];
}) {
  const [t, locale] = [useTranslations("deals.manifests"), useLocale()];
  const open = OPEN_STATES.includes(deal.state);
  const upload = open && mayRun && (
    <LinkButton
      href={`/o/${organisationId}/deals/${deal.id}/manifests/new`}
      variant={manifests.length === 0 ? "primary" : "secondary"}
    >
      {t("upload")}
    </LinkButton>
  );
  return (
    <Section title={t("title")} id="manifests" lead={t("lead")} actions={manifests.length > 0 && upload}>
      {manifests.length === 0 ? (
        <Empty title={t("none")} action={upload || undefined}>
          {t(open ? "noneText" : "noneLate")}
        </Empty>
      ) : (
        <Table caption={t("caption")}>
          <THead>
            <Tr>
              <Th>{t("file")}</Th>
              <Th>{t("state")}</Th>
              <Th numeric>{t("received")}</Th>
              <Th numeric>{t("accepted")}</Th>
              <Th numeric>{t("rejected")}</Th>
              <Th>{t("uploaded")}</Th>
            </Tr>
          </THead>
          <TBody>
            {manifests.map((manifest) => (
              <Tr key={manifest.id}>
                <Td label={t("file")}>
                  <TextLink
                    href={`/o/${organisationId}/manifests/${manifest.id}`}
                    translate="no"
                    className="break-all"
                  >
                    {manifest.fileName}
                  </TextLink>
                  <span translate="no" className="block text-sm text-muted">
                    {bytesText(manifest.bytes, locale)}
                  </span>
                </Td>
                <Td label={t("state")}>
                  <ManifestState manifest={manifest} />
                </Td>
                <Td numeric label={t("received")}>
                  <RowCount value={manifest.received} figure={`manifest.received:${manifest.id}`} />
                </Td>
                <Td numeric label={t("accepted")}>
                  <RowCount value={manifest.accepted} figure={`manifest.accepted:${manifest.id}`} />
                </Td>
                <Td numeric label={t("rejected")}>
                  <RowCount value={manifest.rejected} figure={`manifest.rejected:${manifest.id}`} />
                </Td>
                <Td label={t("uploaded")}>
                  <InstantText at={manifest.createdAt} />
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </Section>
  );
}
