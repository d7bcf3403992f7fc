import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { TrialBalance } from "@/modules/ledger/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { MoneyText } from "@/ui/text/money";
import { NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { accountText } from "./words";

type OfCurrency = z.output<typeof TrialBalance>["currencies"][number];

/** The accounts of one currency with debits and credits, and the sums that must agree. */
export function TrialBalanceTable({ sums }: { sums: OfCurrency }) {
  const t = useTranslations("books");
  const { currency } = sums;
  return (
    <Table caption={t("trial.caption", { currency })}>
      <THead>
        <Tr>
          <Th>{t("trial.account")}</Th>
          <Th numeric>{t("trial.debits")}</Th>
          <Th numeric>{t("trial.credits")}</Th>
          <Th numeric>{t("trial.balance")}</Th>
          <Th numeric>{t("trial.lines")}</Th>
        </Tr>
      </THead>
      <TBody>
        {sums.rows.map((row) => (
          <Tr key={row.account}>
            <Td>
              <TextLink href={`/operator/books/ledger-accounts/${row.account}`}>
                {accountText(t, row.account)}
              </TextLink>
              <span className="block max-w-[42ch] text-sm text-muted">{t(`means.${row.account}`)}</span>
            </Td>
            <Td numeric label={t("trial.debits")}>
              <MoneyText
                money={{ currency, minor: row.debitMinor }}
                figure={`trial.debit:${row.account}:${currency}`}
              />
            </Td>
            <Td numeric label={t("trial.credits")}>
              <MoneyText
                money={{ currency, minor: row.creditMinor }}
                figure={`trial.credit:${row.account}:${currency}`}
              />
            </Td>
            <Td numeric label={t("trial.balance")}>
              <MoneyText
                money={{ currency, minor: row.balanceMinor }}
                figure={`trial.balance:${row.account}:${currency}`}
              />
              <span className="block text-sm text-muted">{t(`side.${row.normalSide}`)}</span>
            </Td>
            <Td numeric label={t("trial.lines")}>
              <NumberText value={row.lines} figure={`trial.lines:${row.account}:${currency}`} />
            </Td>
          </Tr>
        ))}
        <Tr className="border-t border-t-rule-strong font-semibold">
          <Td>{t("trial.all")}</Td>
          <Td numeric label={t("trial.debits")}>
            <MoneyText money={{ currency, minor: sums.debitMinor }} figure={`trial.debit:all:${currency}`} />
          </Td>
          <Td numeric label={t("trial.credits")}>
            <MoneyText
              money={{ currency, minor: sums.creditMinor }}
              figure={`trial.credit:all:${currency}`}
            />
          </Td>
          <Td numeric label={t("trial.balance")}>
            <Badge tone={sums.balanced ? "good" : "bad"}>
              {t(sums.balanced ? "balanced" : "unbalanced")}
            </Badge>
          </Td>
          <Td />
        </Tr>
      </TBody>
    </Table>
  );
}
