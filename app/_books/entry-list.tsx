import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { EntryWire } from "@/modules/ledger/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { Badge } from "@/ui/text/badge";
import { MoneyText } from "@/ui/text/money";
import { InstantText, NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
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

type Side = Readonly<{
  account: Entry["totals"][number]["account"];
  currency: string;
  side: "debit" | "credit";
  minor: bigint;
}>;

/** An entry summed per account and currency over all its deals: debits, then credits, so that both sides are seen. */
function sidesOf(totals: Entry["totals"]): readonly Side[] {
  const sums = new Map<string, Side>();
  for (const side of ["debit", "credit"] as const) {
    for (const { account, currency, debitMinor, creditMinor } of totals) {
      const minor = BigInt(side === "debit" ? debitMinor : creditMinor);
      const key = `${side} ${account} ${currency}`;
      if (minor !== 0n)
        sums.set(key, { account, currency, side, minor: (sums.get(key)?.minor ?? 0n) + minor });
    }
  }
  return [...sums.values()];
}

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
          {sidesOf(entry.totals).map(({ account, currency, side, minor }) => (
            <span key={`${account}${currency}${side}`} className="flex flex-wrap justify-between gap-x-4">
              <span>
                {accountText(t, account)} <span className="text-sm text-muted">{t(`side.${side}`)}</span>
              </span>
              <MoneyText money={{ currency, minor }} figure={`entry.${account}.${side}:${entry.id}`} />
            </span>
          ))}
        </span>
      </Td>
      <Td numeric label={t("entries.lines")}>
        <NumberText value={entry.lines} figure={`entry.lines:${entry.id}`} />
      </Td>
    </Tr>
  );
}
