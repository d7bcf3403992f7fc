import { DealStateBadge } from "@/app/_deals/deal-state-badge";
import type { DealView } from "@/modules/deals/schema";
import { MoneyText } from "@/ui/money";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

export function RecentDeals({ base, deals }: { base: string; deals: readonly DealView[] }) {
  return (
    <Table caption="Latest deals">
      <THead>
        <Tr>
          <Th>Deal</Th>
          <Th>State</Th>
          <Th>Notice ends</Th>
          <Th numeric>Gross</Th>
          <Th numeric>For contributors</Th>
        </Tr>
      </THead>
      <TBody>
        {deals.map((deal) => (
          <Tr key={deal.id}>
            <Td>
              <TextLink href={`${base}/deals/${deal.id}`}>{deal.title}</TextLink>
              <span className="block text-sm text-muted">to {deal.licensee.name}</span>
            </Td>
            <Td label="State">
              <DealStateBadge state={deal.state} />
            </Td>
            <Td label="Notice ends">{deal.noticeEndsAt ? <DateText at={deal.noticeEndsAt} /> : "–"}</Td>
            <Td numeric label="Gross">
              <MoneyText money={deal.gross} />
            </Td>
            <Td numeric label="For contributors">
              <MoneyText money={deal.split.pool} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
