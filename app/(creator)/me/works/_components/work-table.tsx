import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Work } from "@/modules/works/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { BpsText, DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

type WorkView = z.output<typeof Work>;

export function WorkTable({ works }: { works: readonly WorkView[] }) {
  const t = useTranslations("works");
  return (
    <Table caption={t("works.caption")}>
      <THead>
        <Tr>
          <Th>{t("works.workTitle")}</Th>
          <Th>{t("works.kind")}</Th>
          <Th numeric>{t("works.share")}</Th>
          <Th>{t("works.state")}</Th>
          <Th>{t("works.registered")}</Th>
        </Tr>
      </THead>
      <TBody>
        {works.map((work) => (
          <Tr key={work.id}>
            <Td label={t("works.workTitle")}>
              <TextLink href={`/me/works/${work.id}`} translate="no" className="font-medium">
                {work.title}
              </TextLink>
            </Td>
            <Td label={t("works.kind")}>{t(`kind.${work.kind}`)}</Td>
            <Td label={t("works.share")} numeric>
              <BpsText bps={ownShare(work)} />
            </Td>
            <Td label={t("works.state")}>
              <WorkState work={work} />
            </Td>
            <Td label={t("works.registered")}>
              <DateText at={work.createdAt} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function ownShare(work: WorkView): number {
  return work.authors.find((author) => author.you && author.state === "accepted")?.shareBps ?? 0;
}

/** Retired, contested, waiting for co-authors, or whole. */
export function WorkState({ work }: { work: WorkView }) {
  const t = useTranslations("works.workState");
  if (work.retiredAt !== null) return <Badge>{t("retired")}</Badge>;
  if (work.authors.some(({ state }) => state === "declined"))
    return <Badge tone="bad">{t("declined")}</Badge>;
  if (work.contested.length > 0) return <Badge tone="waiting">{t("contested")}</Badge>;
  if (work.authors.some(({ state }) => state === "left")) return <Badge>{t("left")}</Badge>;
  if (work.heldBps > 0) return <Badge tone="waiting">{t("waiting")}</Badge>;
  if (work.authors.length === 1) return <Badge>{t("sole")}</Badge>;
  return <Badge tone="good">{t("whole")}</Badge>;
}
