import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { OrganisationPage } from "@/modules/parties/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { PartyState } from "./party-state";

type Item = z.output<typeof OrganisationPage>["items"][number];

export function OrganisationsTable({ items }: { items: readonly Item[] }) {
  const t = useTranslations("operator.parties");
  const kinds = useTranslations("operator.kind");
  return (
    <Table caption={t("organisations")}>
      <THead>
        <Tr>
          <Th>{t("organisation")}</Th>
          <Th>{t("kind")}</Th>
          <Th>{t("host")}</Th>
          <Th>{t("since")}</Th>
          <Th>{t("state")}</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td>
              <TextLink href={`/operator/parties/${item.id}`} translate="no">
                {item.name}
              </TextLink>
            </Td>
            <Td label={t("kind")}>{kinds(item.kind)}</Td>
            <Td label={t("host")}>
              {item.host === null ? (
                <span className="text-muted">–</span>
              ) : (
                <span translate="no" className="break-all">
                  {item.host}
                </span>
              )}
            </Td>
            <Td label={t("since")}>
              <DateText at={item.createdAt} />
            </Td>
            <Td label={t("state")}>
              <PartyState state={item.state} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
