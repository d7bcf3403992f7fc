import { useTranslations } from "next-intl";
import type { z } from "zod";
import { HolderText } from "@/app/_books/holder-text";
import { accountText } from "@/app/_books/words";
import type { EntryTotalWire, LineWire } from "@/modules/ledger/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

type Total = z.output<typeof EntryTotalWire>;
type Line = z.output<typeof LineWire>;

function AccountLink({ account }: { account: string }) {
  const t = useTranslations("books");
  return <TextLink href={`/operator/books/ledger-accounts/${account}`}>{accountText(t, account)}</TextLink>;
}

/** An amount on its side; the other side stays empty. */
function Side({ minor, currency, figure }: { minor: string; currency: string; figure: string }) {
  return minor === "0" ? null : <MoneyText money={{ currency, minor }} figure={figure} />;
}

export function TotalsTable({
  of,
  totals,
  names,
}: {
  /** The entry. */
  of: string;
  totals: readonly Total[];
  names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("books");
  const figure = ({ account, dealId, currency }: Total, what: string) =>
    `entry_total.${what}:${of}:${account}:${dealId ?? ""}:${currency}`;
  return (
    <Table caption={t("entry.byAccount")}>
      <THead>
        <Tr>
          <Th>{t("trial.account")}</Th>
          <Th>{t("byDeal.deal")}</Th>
          <Th numeric>{t("entry.debit")}</Th>
          <Th numeric>{t("entry.credit")}</Th>
          <Th numeric>{t("trial.lines")}</Th>
        </Tr>
      </THead>
      <TBody>
        {totals.map((total) => (
          <Tr key={`${total.account}${total.dealId}${total.currency}`}>
            <Td label={t("trial.account")}>
              <AccountLink account={total.account} />
            </Td>
            <Td label={t("byDeal.deal")}>
              {total.dealId === null ? (
                "–"
              ) : (
                <TextLink href={`/operator/deals/${total.dealId}`} translate="no">
                  {names.get(total.dealId) ?? total.dealId}
                </TextLink>
              )}
            </Td>
            <Td numeric label={t("entry.debit")}>
              <Side minor={total.debitMinor} currency={total.currency} figure={figure(total, "debit")} />
            </Td>
            <Td numeric label={t("entry.credit")}>
              <Side minor={total.creditMinor} currency={total.currency} figure={figure(total, "credit")} />
            </Td>
            <Td numeric label={t("trial.lines")}>
              <NumberText value={total.lines} figure={figure(total, "lines")} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function LinesTable({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations("books");
  return (
    <Table caption={t("entry.lines")}>
      <THead>
        <Tr>
          <Th>{t("trial.account")}</Th>
          <Th>{t("entry.holder")}</Th>
          <Th numeric>{t("entry.debit")}</Th>
          <Th numeric>{t("entry.credit")}</Th>
        </Tr>
      </THead>
      <TBody>
        {lines.map((line) => {
          const credit = line.minor.startsWith("-");
          return (
            <Tr key={line.id}>
              <Td label={t("trial.account")}>
                <AccountLink account={line.account} />
              </Td>
              <Td label={t("entry.holder")}>
                <HolderText holder={line.holder} />
              </Td>
              <Td numeric label={t("entry.debit")}>
                <Side
                  minor={credit ? "0" : line.minor}
                  currency={line.currency}
                  figure={`line.size:${line.id}`}
                />
              </Td>
              <Td numeric label={t("entry.credit")}>
                <Side
                  minor={credit ? line.minor.slice(1) : "0"}
                  currency={line.currency}
                  figure={`line.size:${line.id}`}
                />
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}
