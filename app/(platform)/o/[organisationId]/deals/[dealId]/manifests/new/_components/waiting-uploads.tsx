import { useTranslations } from "next-intl";
import { BytesText } from "@/app/_manifests/bytes-text.client";
import { LIMITS } from "@/kernel/limits";
import type { WaitingUpload } from "@/modules/manifests/schema";
import { InstantText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

/** One's uploads that stopped half-way, or are finished and wait for their columns. */
export function WaitingUploads({ uploads, here }: { uploads: readonly WaitingUpload[]; here: string }) {
  const t = useTranslations("manifests.waiting");
  if (uploads.length === 0) return null;
  return (
    <Section title={t("title")} lead={t("lead", { hours: LIMITS.uploadHours })}>
      <Table caption={t("caption")}>
        <THead>
          <Tr>
            <Th>{t("file")}</Th>
            <Th>{t("here")}</Th>
            <Th>{t("started")}</Th>
            <Th>{t("next")}</Th>
          </Tr>
        </THead>
        <TBody>
          {uploads.map((upload) => {
            const got = () => <BytesText bytes={upload.bytesReceived} />;
            const total = () => <BytesText bytes={upload.bytesTotal ?? upload.bytesReceived} />;
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
                  {upload.complete ? (
                    <TextLink href={`${here}?upload=${upload.id}`}>{t("columns")}</TextLink>
                  ) : (
                    t("again")
                  )}
                </Td>
              </Tr>
            );
          })}
        </TBody>
      </Table>
    </Section>
  );
}
