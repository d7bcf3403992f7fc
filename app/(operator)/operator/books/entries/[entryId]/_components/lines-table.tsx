import type { z } from "zod";
import { ACCOUNT_WORDS, holderWords } from "@/app/_books/words";
import type { EntryTotalWire, LineWire } from "@/modules/ledger/schema";
import { MoneyText } from "@/ui/money";
import { NumberText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

type Total = z.output<typeof EntryTotalWire>;
type Line = z.output<typeof LineWire>;

const accountLink = (account: string) => (
  <TextLink href={`/operator/books/ledger-accounts/${account}`}>{ACCOUNT_WORDS[account]}</TextLink>
);

/** An amount on its side; the other side stays empty. */
function Side({ minor, currency }: { minor: string; currency: string }) {
  return minor === "0" ? null : <MoneyText money={{ currency, minor }} />;
}

export function TotalsTable({ totals }: { totals: readonly Total[] }) {
  return (
    <Table caption="Debits and credits by account">
      <THead>
        <Tr>
          <Th>Account</Th>
          <Th numeric>Debit</Th>
          <Th numeric>Credit</Th>
          <Th numeric>Lines</Th>
        </Tr>
      </THead>
      <TBody>
        {totals.map((total) => (
          <Tr key={`${total.account}${total.dealId}${total.currency}`}>
            <Td label="Account">
              {accountLink(total.account)}
              {total.dealId && (
                <span className="block font-mono text-sm break-all text-muted">{total.dealId}</span>
              )}
            </Td>
            <Td numeric label="Debit">
              <Side minor={total.debitMinor} currency={total.currency} />
            </Td>
            <Td numeric label="Credit">
              <Side minor={total.creditMinor} currency={total.currency} />
            </Td>
            <Td numeric label="Lines">
              <NumberText value={total.lines} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function LinesTable({ lines }: { lines: readonly Line[] }) {
  return (
    <Table caption="Lines of this entry">
      <THead>
        <Tr>
          <Th>Account</Th>
          <Th>Holder</Th>
          <Th numeric>Debit</Th>
          <Th numeric>Credit</Th>
        </Tr>
      </THead>
      <TBody>
        {lines.map((line) => {
          const credit = line.minor.startsWith("-");
          return (
            <Tr key={line.id}>
              <Td label="Account">{accountLink(line.account)}</Td>
              <Td label="Holder">
                <span className="break-all">{holderWords(line.holder)}</span>
              </Td>
              <Td numeric label="Debit">
                <Side minor={credit ? "0" : line.minor} currency={line.currency} />
              </Td>
              <Td numeric label="Credit">
                <Side minor={credit ? line.minor.slice(1) : "0"} currency={line.currency} />
              </Td>
            </Tr>
          );
        })}
      </TBody>
    </Table>
  );
}
