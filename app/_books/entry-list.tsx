import type { z } from "zod";
import type { EntryWire } from "@/modules/ledger/schema";
import { Badge } from "@/ui/badge";
import { MoneyText } from "@/ui/money";
import { InstantText, NumberText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";
import { ACCOUNT_WORDS, causeWords } from "./words";

type Entry = z.output<typeof EntryWire>;

/** Entries with their lines summed per account: debits first, as in a journal. */
export function EntryList({ entries, caption }: { entries: readonly Entry[]; caption: string }) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Entry</Th>
          <Th>What</Th>
          <Th>Accounts</Th>
          <Th numeric>Lines</Th>
        </Tr>
      </THead>
      <TBody>{entries.map(EntryRow)}</TBody>
    </Table>
  );
}

const SHOWN = 6;

function EntryRow(entry: Entry) {
  return (
    <Tr key={entry.id}>
      <Td label="Entry">
        <TextLink href={`/operator/books/entries/${entry.id}`}>{entry.no}</TextLink>
        <span className="block text-sm text-muted">
          <InstantText at={entry.effectiveAt} />
        </span>
      </Td>
      <Td label="What">
        {entry.memo}
        <span className="block text-sm text-muted">
          {causeWords(entry.cause)} {entry.reversedById && <Badge tone="waiting">reversed</Badge>}
        </span>
      </Td>
      <Td label="Accounts">
        <span className="flex flex-col gap-1">
          {entry.totals.slice(0, SHOWN).map((total) => (
            <span
              key={`${total.account}${total.dealId}${total.currency}`}
              className="flex flex-wrap justify-between gap-x-4"
            >
              <span>
                {ACCOUNT_WORDS[total.account]}
                <span className="text-sm text-muted"> {total.debitMinor === "0" ? "credit" : "debit"}</span>
              </span>
              <MoneyText
                money={{
                  currency: total.currency,
                  minor: total.debitMinor === "0" ? total.creditMinor : total.debitMinor,
                }}
              />
            </span>
          ))}
          {entry.totals.length > SHOWN && (
            <span className="text-sm text-muted">and {entry.totals.length - SHOWN} more</span>
          )}
        </span>
      </Td>
      <Td numeric label="Lines">
        <NumberText value={entry.lines} />
      </Td>
    </Tr>
  );
}
