import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { TrialBalance } from "@/modules/ledger/schema";
import { Empty } from "@/ui/page/empty";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { MoneyText } from "@/ui/text/money";

type Currency = z.output<typeof TrialBalance>["currencies"][number];

/** Whether debits equal credits, and what is owed to people by what may be done with it; never added together. */
export function BooksInBrief({ currencies }: { currencies: readonly Currency[] }) {
  const t = useTranslations("operator.home.brief");
  const books = useTranslations("books");
  if (currencies.length === 0) return <Empty title={t("empty")}>{t("emptyWhy")}</Empty>;
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("currency")}</Th>
          <Th>{t("state")}</Th>
          {SHOWN.map((account) => (
            <Th key={account} numeric>
              {books(`account.${account}`)}
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {currencies.map((sums) => (
          <Tr key={sums.currency}>
            <Td label={t("currency")}>
              <span translate="no">{sums.currency}</span>
            </Td>
            <Td label={t("state")}>
              <Badge tone={sums.balanced ? "good" : "bad"}>
                {books(sums.balanced ? "balanced" : "unbalanced")}
              </Badge>
            </Td>
            {SHOWN.map((account) => (
              <Td key={account} numeric label={books(`account.${account}`)}>
                <MoneyText
                  money={{ currency: sums.currency, minor: balanceOf(sums, account) }}
                  figure={`trial.balance:${account}:${sums.currency}`}
                />
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

const SHOWN = ["payable", "held", "unclaimed", "deal_pool"] as const;

const balanceOf = (sums: Currency, account: (typeof SHOWN)[number]): string =>
  sums.rows.find((row) => row.account === account)?.balanceMinor ?? "0";
