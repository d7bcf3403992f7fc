import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { ContestedWorkPage } from "@/modules/works/schema";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { BpsText, DateText } from "@/ui/text/numbers";

type Item = z.output<typeof ContestedWorkPage>["items"][number];

/** Works that more than one person says are theirs, every claim in a row. No money waits for a decision about them. */
export function ContestedWorks({ items }: { items: readonly Item[] }) {
  const t = useTranslations("operator.disputes.works");
  if (items.length === 0) return null;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Table caption={t("title")}>
        <THead>
          <Tr>
            <Th>{t("identifier")}</Th>
            <Th>{t("work")}</Th>
            <Th>{t("registeredBy")}</Th>
            <Th>{t("on")}</Th>
            <Th>{t("authors")}</Th>
          </Tr>
        </THead>
        <TBody>
          {items.flatMap(({ scheme, value, works }) =>
            works.map((work) => (
              <Tr key={`${scheme} ${value} ${work.id}`}>
                <Td label={t("identifier")}>
                  <span translate="no" className="break-all">
                    {scheme} {value}
                  </span>
                </Td>
                <Td label={t("work")}>
                  <span translate="no">{work.title}</span>
                </Td>
                <Td label={t("registeredBy")}>
                  <span translate="no">{work.registeredBy.name ?? work.registeredBy.id}</span>
                </Td>
                <Td label={t("on")}>
                  <DateText at={work.createdAt} />
                </Td>
                <Td label={t("authors")}>
                  {work.authors.map((author) => (
                    <span key={author.id} className="block">
                      <span translate="no">{author.name}</span> <BpsText bps={author.shareBps} />
                    </span>
                  ))}
                </Td>
              </Tr>
            )),
          )}
        </TBody>
      </Table>
    </Section>
  );
}
