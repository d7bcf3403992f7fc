import type { z } from "zod";
import type { StatementLine } from "@/modules/ledger/schema";
import { MoneyText } from "@/ui/money";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

type Line = z.output<typeof StatementLine>;

const PARTS: Record<Line["part"], string> = {
  payable: "Yours",
  held: "Held",
  in_transit: "On its way",
  other: "Other",
};

/** The newest lines of the books that are this person's; those of an allocation lead to how they were computed. */
export function RecentLines({ lines }: { lines: readonly Line[] }) {
  return (
    <Table caption="Latest lines of your statement">
      <THead>
        <Tr>
          <Th>Day</Th>
          <Th>What</Th>
          <Th>Part</Th>
          <Th numeric>Amount</Th>
        </Tr>
      </THead>
      <TBody>
        {lines.map((line) => (
          <Tr key={line.lineId}>
            <Td label="Day">
              <DateText at={line.effectiveAt} />
            </Td>
            <Td label="What">
              {line.cause === "allocation" ? (
                <TextLink href={`/me/payments/${line.causeId}`}>{line.memo}</TextLink>
              ) : (
                line.memo
              )}
            </Td>
            <Td label="Part">{PARTS[line.part]}</Td>
            <Td numeric label="Amount">
              <MoneyText money={{ currency: line.currency, minor: line.amountMinor }} signed />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
