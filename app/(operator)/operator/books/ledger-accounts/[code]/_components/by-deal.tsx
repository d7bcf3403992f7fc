import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { AccountPage } from "@/modules/ledger/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";

export function ByDeal({
  of,
  rows,
  names,
}: {
  /** The account. */
  of: string;
  rows: z.output<typeof AccountPage>["deals"];
  names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("books");
  return (
    <Table caption={t("byDeal.title")}>
      <THead>
        <Tr>
          <Th>{t("byDeal.deal")}</Th>
          <Th numeric>{t("trial.balance")}</Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map(({ dealId, currency, balanceMinor }) => (
          <Tr key={`${dealId}${currency}`}>
            <Td>
              {dealId === null ? (
                t("byDeal.none")
              ) : (
                <TextLink href={`/operator/deals/${dealId}`} translate="no">
                  {names.get(dealId) ?? dealId}
                </TextLink>
              )}
            </Td>
            <Td numeric label={t("trial.balance")}>
              <MoneyText
                money={{ currency, minor: balanceMinor }}
                figure={`account.of_deal:${of}:${dealId ?? ""}:${currency}`}
              />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
