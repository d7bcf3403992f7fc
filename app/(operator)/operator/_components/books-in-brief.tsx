import type { z } from "zod";
import type { TrialBalance } from "@/modules/ledger/schema";
import { Badge } from "@/ui/badge";
import { MoneyText } from "@/ui/money";
import { NumberText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

type Currencies = z.output<typeof TrialBalance>["currencies"];

/** Whether debits equal credits, per currency: the first thing anyone who runs books wants to see. */
export function BooksInBrief({ currencies }: { currencies: Currencies }) {
  if (currencies.length === 0)
    return <p className="text-muted">Nothing is posted yet. The first confirmed funding opens the books.</p>;
  return (
    <Table caption="Books per currency">
      <THead>
        <Tr>
          <Th>Currency</Th>
          <Th>State</Th>
          <Th numeric>Debits</Th>
          <Th numeric>Credits</Th>
          <Th numeric>Lines</Th>
        </Tr>
      </THead>
      <TBody>
        {currencies.map(({ currency, balanced, debitMinor, creditMinor, rows }) => (
          <Tr key={currency}>
            <Td label="Currency">{currency}</Td>
            <Td label="State">
              <Badge tone={balanced ? "good" : "bad"}>{balanced ? "In balance" : "Out of balance"}</Badge>
            </Td>
            <Td numeric label="Debits">
              <MoneyText money={{ currency, minor: debitMinor }} />
            </Td>
            <Td numeric label="Credits">
              <MoneyText money={{ currency, minor: creditMinor }} />
            </Td>
            <Td numeric label="Lines">
              <NumberText value={rows.reduce((sum, row) => sum + BigInt(row.lines), 0n)} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
