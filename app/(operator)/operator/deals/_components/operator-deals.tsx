import { DealStateBadge } from "@/app/_deals/deal-state-badge";
import type { DealView } from "@/modules/deals/schema";
import { MoneyText } from "@/ui/money";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";
import { DealActs } from "./deal-acts.client";

/** Deals as the operator handles them: whose money, since when, and the acts that are the operator's. */
export function OperatorDeals({ deals, caption }: { deals: readonly DealView[]; caption: string }) {
  return (
    <Table caption={caption}>
      <THead>
        <Tr>
          <Th>Deal</Th>
          <Th>State</Th>
          <Th>Since</Th>
          <Th numeric>Gross</Th>
          <Th>
            <span className="sr-only">Acts</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {deals.map((deal) => (
          <Tr key={deal.id}>
            <Td>
              <TextLink href={`/o/${deal.platform.id}/deals/${deal.id}`}>{deal.title}</TextLink>
              <span className="block text-sm text-muted">
                {deal.platform.name} to {deal.licensee.name}
              </span>
              {deal.disputeReason && <span className="block text-sm text-refusal">{deal.disputeReason}</span>}
              {deal.fundingReference && (
                <span className="block text-sm text-muted">Reference {deal.fundingReference}</span>
              )}
            </Td>
            <Td label="State">
              <DealStateBadge state={deal.state} />
            </Td>
            <Td label="Since">
              <DateText at={sinceOf(deal)} />
            </Td>
            <Td numeric label="Gross">
              <MoneyText money={deal.gross} />
            </Td>
            <Td>
              <DealActs deal={deal} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** The instant of the newest thing that happened to the deal, as far as its own dates tell. */
function sinceOf(deal: DealView): string {
  return (
    deal.disputedAt ??
    deal.cancelledAt ??
    deal.allocatedAt ??
    deal.fundedAt ??
    deal.sealedAt ??
    deal.noticedAt ??
    deal.reportedAt ??
    deal.createdAt
  );
}
