import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { EntryWire } from "@/modules/ledger/schema";
import { Badge } from "@/ui/badge";
import { MoneyText } from "@/ui/money";
import { InstantText, NumberText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";
import { accountText, causeText } from "./words";

type Entry = z.output<typeof EntryWire>;

/** Entries with their lines summed per account: debits first, as in a journal. */
export function EntryList({ entries, caption }: { entries: readonly Entry[]; caption: string }) {
  const t = useTranslations("books.entries");
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>{t("entry")}</Th>
          <Th>{t("what")}</Th>
          <Th>{t("accounts")}</Th>
          <Th numeric>{t("lines")}</Th>
        </Tr>
      </THead>
      <TBody>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </TBody>
    </Table>
  );
}

const SHOWN = 6;

function EntryRow({ entry }: { entry: Entry }) {
  const t = useTranslations("books");
  return (
    <Tr>
      <Td label={t("entries.entry")}>
        <TextLink
          href={`/operator/books/entries/${entry.id}`}
          aria-label={t("entries.open", { no: entry.no })}
        >
          {entry.no}
        </TextLink>
        <span className="block text-sm text-muted">
          <InstantText at={entry.effectiveAt} />
        </span>
      </Td>
      <Td label={t("entries.what")}>
        {causeText(t, entry.cause)}{" "}
        {entry.reversedById && <Badge tone="waiting">{t("entries.reversed")}</Badge>}
        <span lang="en" translate="no" className="block text-sm text-muted">
          {entry.memo}
        </span>
      </Td>
      <Td label={t("entries.accounts")}>
        <span className="flex flex-col gap-1">
          {entry.totals.slice(0, SHOWN).map((total) => {
            const debit = total.debitMinor !== "0";
            const minor = debit ? total.debitMinor : total.creditMinor;
            return (
              <span
                key={`${total.account}${total.dealId}${total.currency}`}
                className="flex flex-wrap justify-between gap-x-4"
              >
                <span>
                  {accountText(t, total.account)}{" "}
                  <span className="text-sm text-muted">{t(debit ? "side.debit" : "side.credit")}</span>
                </span>
                <MoneyText money={{ currency: total.currency, minor }} />
              </span>
            );
          })}
          {entry.totals.length > SHOWN && (
            <span className="text-sm text-muted">
              {t("entries.more", { n: entry.totals.length - SHOWN })}
            </span>
          )}
        </span>
      </Td>
      <Td numeric label={t("entries.lines")}>
        <NumberText value={entry.lines} />
      </Td>
    </Tr>
  );
}
