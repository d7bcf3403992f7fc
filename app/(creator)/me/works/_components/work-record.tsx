import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { Author, Work } from "@/modules/works/schema";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { BpsText, DateText } from "@/ui/text/numbers";

type WorkView = z.output<typeof Work>;
const TONES = { accepted: "good", proposed: "waiting", declined: "bad", left: "neutral" } as const;

/** Who shares in a work, and what it is recognised by. */
export function WorkRecord({ work }: { work: WorkView }) {
  const t = useTranslations("works.work");
  return (
    <>
      <Section title={t("authors")} lead={work.heldBps > 0 && t("held")}>
        <Table caption={t("authorsCaption")}>
          <THead>
            <Tr>
              <Th>{t("author")}</Th>
              <Th numeric>{t("share")}</Th>
              <Th>{t("state")}</Th>
              <Th>{t("answered")}</Th>
            </Tr>
          </THead>
          <TBody>
            {work.authors.map((author) => (
              <AuthorRow key={author.id} author={author} />
            ))}
          </TBody>
        </Table>
      </Section>
      <Identifiers work={work} />
    </>
  );
}

function AuthorRow({ author }: { author: z.output<typeof Author> }) {
  const t = useTranslations("works");
  const name = () =>
    author.name === "" ? <span>{t("work.gone")}</span> : <span translate="no">{author.name}</span>;
  return (
    <Tr>
      <Td label={t("work.author")}>
        {author.you ? t.rich("work.you", { name }) : name()}
        {author.email && (
          <span translate="no" className="block text-sm break-all text-muted">
            {author.email}
          </span>
        )}
      </Td>
      <Td label={t("work.share")} numeric>
        <BpsText bps={author.shareBps} />
      </Td>
      <Td label={t("work.state")}>
        <Badge tone={TONES[author.state]}>{t(`authorState.${author.state}`)}</Badge>
      </Td>
      <Td label={t("work.answered")}>{author.answeredAt ? <DateText at={author.answeredAt} /> : "–"}</Td>
    </Tr>
  );
}

function Identifiers({ work }: { work: WorkView }) {
  const t = useTranslations("works");
  return (
    <Section title={t("work.recognised")}>
      <Table caption={t("work.identifiersCaption")}>
        <THead>
          <Tr>
            <Th>{t("work.by")}</Th>
            <Th>{t("work.identifier")}</Th>
          </Tr>
        </THead>
        <TBody>
          {work.identifiers.map(({ scheme, value }) => (
            <Tr key={`${scheme} ${value}`}>
              <Td label={t("work.by")}>{t(`scheme.${scheme}`)}</Td>
              <Td label={t("work.identifier")} className="break-all">
                <span translate="no">{value}</span>
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
