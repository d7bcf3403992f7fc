import type { z } from "zod";
import type { TrialBalance } from "@/modules/ledger/schema";
import { Badge } from "@/ui/badge";
import { MoneyText } from "@/ui/money";
import { NumberText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

type OfCurrency = z.output<typeof TrialBalance>["currencies"][number];

/** The accounts of one currency with debits and credits, and the sums that must agree. */
export function TrialBalanceTable({ sums }: { sums: OfCurrency }) {
  const { currency } = sums;
  return (
    <Table caption={`Trial balance in ${currency}`}>
      <THead>
        <Tr>
          <Th>Account</Th>
          <Th numeric>Debits</Th>
          <Th numeric>Credits</Th>
          <Th numeric>Balance</Th>
          <Th numeric>Lines</Th>
        </Tr>
      </THead>
      <TBody>
        {sums.rows.map((row) => (
          <Tr key={row.account}>
            <Td label="Account">
              <TextLink href={`/operator/books/ledger-accounts/${row.account}`}>{row.title}</TextLink>
            </Td>
            <Td numeric label="Debits">
              <MoneyText money={{ currency, minor: row.debitMinor }} />
            </Td>
            <Td numeric label="Credits">
              <MoneyText money={{ currency, minor: row.creditMinor }} />
            </Td>
            <Td numeric label="Balance">
              <MoneyText money={{ currency, minor: row.balanceMinor }} />
              <span className="block text-sm text-muted">{row.normalSide}</span>
            </Td>
            <Td numeric label="Lines">
              <NumberText value={row.lines} />
            </Td>
          </Tr>
        ))}
        <Tr className="font-semibold">
          <Td label="Account">All accounts</Td>
          <Td numeric label="Debits">
            <MoneyText money={{ currency, minor: sums.debitMinor }} />
          </Td>
          <Td numeric label="Credits">
            <MoneyText money={{ currency, minor: sums.creditMinor }} />
          </Td>
          <Td numeric label="Balance">
            <Badge tone={sums.balanced ? "good" : "bad"}>{sums.balanced ? "balanced" : "not balanced"}</Badge>
          </Td>
          <Td />
        </Tr>
      </TBody>
    </Table>
  );
}
