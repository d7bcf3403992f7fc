import { useTranslations } from "next-intl";
import type { z } from "zod";
import { causeText } from "@/app/_books/words";
import type { AccountPage } from "@/modules/ledger/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

type Account = z.output<typeof AccountPage>;

/** Each entry with what it changes on this account and the balance after it, as on a bank statement. */
export function RunningTable({
  of,
  entries,
  running,
}: {
  /** The account. */
  of: string;
  entries: Account["items"];
  running: Account["running"];
}) {
  const t = useTranslations("books");
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  return (
    <Table caption={t("running.title")}>
      <THead>
        <Tr>
          <Th>{t("entries.entry")}</Th>
          <Th>{t("entries.what")}</Th>
          <Th numeric>{t("running.change")}</Th>
          <Th numeric>{t("running.after")}</Th>
        </Tr>
      </THead>
      <TBody>
        {running.map(({ entryId, currency, changeMinor, balanceMinor }) => {
          const entry = entryOf.get(entryId);
          return (
            <Tr key={`${entryId}${currency}`}>
              <Td label={t("entries.entry")}>
                <TextLink
                  href={`/operator/books/entries/${entryId}`}
                  aria-label={t("entries.open", { no: entry?.no ?? "" })}
                >
                  {entry?.no}
                </TextLink>
                <span className="block text-sm text-muted">
                  <InstantText at={entry?.effectiveAt ?? new Date(0)} />
                </span>
              </Td>
              <Td label={t("entries.what")}>
                {entry === undefined ? null : causeText(t, entry.cause)}
                <span lang="en" translate="no" className="block text-sm text-muted">
                  {entry?.memo}
                </span>
              </Td>
              <Td numeric label={t("running.change")}>
                <MoneyText
                  money={{ currency, minor: changeMinor }}
                  figure={`account.change:${of}:${entryId}:${currency}`}
                  signed
                />
              </Td>
              <Td numeric label={t("running.after")}>
                <MoneyText
                  money={{ currency, minor: balanceMinor }}
                  figure={`account.after:${of}:${entryId}:${currency}`}
                />
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}
