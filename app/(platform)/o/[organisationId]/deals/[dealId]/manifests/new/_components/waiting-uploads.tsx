import { useTranslations } from "next-intl";
import { BytesText } from "@/app/_manifests/bytes-text.client";
import { LIMITS } from "@/kernel/limits";
import type { WaitingUpload } from "@/modules/manifests/schema";
import { Banner } from "@/ui/page/banner";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { DiscardUpload } from "./discard-upload";

type Props = { uploads: readonly WaitingUpload[]; organisationId: string; dealId: string };

/** The organisation's uploads that stopped half-way, or are finished and wait for their columns; those for this deal first. */
export function WaitingUploads({ uploads, organisationId, dealId }: Props) {
  const t = useTranslations("manifests.waiting");
  if (uploads.length === 0) return null;
  const sorted = [
    ...uploads.filter((upload) => upload.dealId === dealId),
    ...uploads.filter((upload) => upload.dealId !== dealId),
  ];
  return (
    <Section title={t("title")} lead={t("lead", { hours: LIMITS.uploadHours, max: LIMITS.uploadsOpenMax })}>
      {uploads.length >= LIMITS.uploadsOpenMax && (
        <Banner tone="waiting" title={t("full", { max: LIMITS.uploadsOpenMax })}>
          {t("fullText")}
        </Banner>
      )}
      <Table caption={t("caption")}>
        <THead>
          <Tr>
            <Th>{t("file")}</Th>
            <Th>{t("here")}</Th>
            <Th>{t("started")}</Th>
            <Th>{t("next")}</Th>
            <Th>{t("remove")}</Th>
          </Tr>
        </THead>
        <TBody>
          {sorted.map((upload) => {
            const got = () => <BytesText bytes={upload.bytesReceived} />;
            const total = () => <BytesText bytes={upload.bytesTotal ?? upload.bytesReceived} />;
            const place = { organisationId, dealId, uploadId: upload.id };
            return (
              <Tr key={upload.id}>
                <Td label={t("file")} translate="no" className="break-all">
                  {upload.fileName}
                </Td>
                <Td label={t("here")}>
                  {upload.complete ? t.rich("all", { total }) : t.rich("part", { got, total })}
                </Td>
                <Td label={t("started")}>
                  <InstantText at={upload.createdAt} />
                </Td>
                <Td label={t("next")}>
                  <Next upload={upload} organisationId={organisationId} dealId={dealId} />
                </Td>
                <Td label={t("remove")}>
                  <DiscardUpload place={place} name={upload.fileName} />
                </Td>
              </Tr>
            );
          })}
        </TBody>
      </Table>
    </Section>
  );
}

/** What its opener can do with it, and where. */
function Next({ upload, organisationId, dealId }: { upload: WaitingUpload } & Omit<Props, "uploads">) {
  const t = useTranslations("manifests.waiting");
  if (!upload.mine) return t("anothers");
  const here = `/o/${organisationId}/deals/${upload.dealId}/manifests/new`;
  if (upload.complete) return <TextLink href={`${here}?upload=${upload.id}`}>{t("columns")}</TextLink>;
  if (upload.dealId === dealId) return t("again");
  return <TextLink href={here}>{t("elsewhere")}</TextLink>;
}
