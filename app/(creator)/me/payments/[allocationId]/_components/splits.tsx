import type { PaymentWire } from "@/modules/allocation/own-schema";
import { MoneyText } from "@/ui/money";
import { BpsText } from "@/ui/numbers";
import { Section } from "@/ui/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";

const WHO = { you: "You", co_author: "Co-author", pending: "Held: has not accepted yet" } as const;

/** Shared works: what each earned and how its authors divide it. */
export function Splits({ payment }: { payment: PaymentWire }) {
  return (
    <Section
      title="Shared works"
      lead="What a shared work earned is divided by the splits its authors agreed on."
    >
      <Table caption="Splits of shared works">
        <THead>
          <Tr>
            <Th>Work</Th>
            <Th>Who</Th>
            <Th numeric>Split</Th>
            <Th numeric>Earned</Th>
            <Th numeric>Amount</Th>
          </Tr>
        </THead>
        <TBody>
          {payment.splits.map((split, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of facts; two co-authors may look alike
            <Tr key={index}>
              <Td label="Work">
                <span className="font-mono text-sm">{split.workId}</span>
                <span className="block text-sm text-muted">under {split.contributor}</span>
              </Td>
              <Td label="Who">{WHO[split.who]}</Td>
              <Td numeric label="Split">
                <BpsText bps={split.shareBps} />
              </Td>
              <Td numeric label="Earned">
                <MoneyText money={split.work} />
              </Td>
              <Td numeric label="Amount">
                <MoneyText money={split.amount} />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
