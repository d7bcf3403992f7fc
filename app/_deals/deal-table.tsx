import type { DealView } from "@/modules/deals/schema";
import { MoneyText } from "@/ui/money";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";
import { DealStateBadge } from "./deal-state-badge";

/** Deals in a list: what, with whom, where it stands, for how much. */
export function DealTable({ base, deals }: { base: string; deals: readonly DealView[] }) {
  return (
    <Table caption="Deals, newest first">
      <THead>
        <Tr>
          <Th>Deal</Th>
          <Th>State</Th>
          <Th>Drafted</Th>
          <Th>Notice ends</Th>
          <Th numeric>Gross</Th>
          <Th numeric>Contributors’ pool</Th>
        </Tr>
      </THead>
      <TBody>
        {deals.map((deal) => (
          <Tr key={deal.id}>
            <Td>
              <TextLink href={`${base}/${deal.id}`}>{deal.title}</TextLink>
              <span className="block text-sm text-muted">to {deal.licensee.name}</span>
            </Td>
            <Td label="State">
              <DealStateBadge state={deal.state} />
              {deal.state === "noticed" && !deal.noticeRunning && (
                <span className="block text-sm text-muted">over, can be sealed</span>
              )}
            </Td>
            <Td label="Drafted">
              <DateText at={deal.createdAt} />
            </Td>
            <Td label="Notice ends">{deal.noticeEndsAt ? <DateText at={deal.noticeEndsAt} /> : "–"}</Td>
            <Td numeric label="Gross">
              <MoneyText money={deal.gross} />
            </Td>
            <Td numeric label="Contributors’ pool">
              <MoneyText money={deal.split.pool} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
