import type { z } from "zod";
import { causeWords } from "@/app/_books/words";
import type { Statement, StatementLine } from "@/modules/ledger/schema";
import { MoneyText } from "@/ui/money";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

type Line = z.output<typeof StatementLine>;

const PART_WORDS: Readonly<Record<Line["part"], string>> = {
  payable: "payable",
  held: "held",
  in_transit: "in transit",
  other: "other",
};

/** Lines newest first; each balance is of its own part and currency, so parts are never mixed into one sum. */
export function StatementTable({ statement }: { statement: z.output<typeof Statement> }) {
  return (
    <Table caption="Entries, newest first">
      <THead>
        <Tr>
          <Th>Date</Th>
          <Th>What happened</Th>
          <Th numeric>Amount</Th>
          <Th numeric>Balance after</Th>
        </Tr>
      </THead>
      <TBody>
        {statement.items.map((line) => (
          <Tr key={line.lineId}>
            <Td label="Date">
              <DateText at={line.effectiveAt} />
            </Td>
            <Td label="What happened">
              {line.memo}
              <span className="block text-sm text-muted">
                {causeWords(line.cause)}, entry {line.entryNo}
                {line.cause === "allocation" && (
                  <>
                    {" · "}
                    <TextLink href={`/me/payments/${line.causeId}`}>Explain this payment</TextLink>
                  </>
                )}
              </span>
            </Td>
            <Td numeric label="Amount">
              <MoneyText
                signed
                money={{ currency: line.currency, minor: line.amountMinor }}
                className={line.amountMinor.startsWith("-") ? "" : "text-accent"}
              />
            </Td>
            <Td numeric label="Balance after">
              <MoneyText money={{ currency: line.currency, minor: line.balanceMinor }} />
              <span className="block text-sm text-muted">{PART_WORDS[line.part]}</span>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
