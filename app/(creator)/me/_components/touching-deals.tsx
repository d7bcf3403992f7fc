import type { z } from "zod";
import { DealStateBadge } from "@/app/_deals/deal-state-badge";
import type { MyShareShape } from "@/modules/allocation/own-schema";
import type { MyDealView } from "@/modules/deals/contributor-schema";
import { MoneyText } from "@/ui/money";
import { RelativeText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import { TextLink } from "@/ui/text-link";

export type OwnShare = z.output<typeof MyShareShape>;

/**
 * Deals in which this person's words are, newest first: where each stands and what it means for them. Where the split is
 * sealed their own amount stands in place of the expectation.
 */
export function TouchingDeals({
  deals,
  shares,
  now,
}: {
  deals: readonly MyDealView[];
  shares: readonly OwnShare[];
  now: Date;
}) {
  return (
    <Table caption="Deals that touch you">
      <THead>
        <Tr>
          <Th>Deal</Th>
          <Th>State</Th>
          <Th>For you</Th>
          <Th numeric>For all contributors</Th>
        </Tr>
      </THead>
      <TBody>
        {deals.map((deal) => (
          <Tr key={deal.id}>
            <Td>
              <TextLink href={`/me/deals/${deal.id}`}>{deal.title}</TextLink>
              <span className="block text-sm text-muted">
                {deal.platform.name} to {deal.licensee.name}
              </span>
            </Td>
            <Td label="State">
              <DealStateBadge state={deal.state} />
              {deal.noticeRunning && deal.noticeEndsAt && (
                <span className="block text-sm text-muted">
                  ends <RelativeText at={deal.noticeEndsAt} now={now} />
                </span>
              )}
            </Td>
            <Td label="For you">
              <ForYou deal={deal} share={shares.find((share) => share.deal.id === deal.id)} />
            </Td>
            <Td numeric label="For all contributors">
              <MoneyText money={deal.split.pool} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function ForYou({ deal, share }: { deal: MyDealView; share: OwnShare | undefined }) {
  if (share === undefined) return standingWords(deal);
  if (share.outcome === "floor_not_met") return "Left out: your price was not met";
  return (
    <TextLink href={`/me/payments/${share.allocationId}`}>
      <MoneyText money={share.amount} />
    </TextLink>
  );
}

/** All of this person's handles in the deal in one word: their answer first, then what their terms say. */
function standingWords(deal: MyDealView): string {
  if (deal.choice.choice === "object") return "Left out: you objected";
  const standings = new Set(deal.standings.map((one) => one.included));
  if (standings.size === 0) return "No handle of yours";
  if (standings.size > 1) return "Some of your handles are in";
  const by = deal.standings.every((one) => one.verdict === "unset")
    ? "you have said nothing"
    : "by your terms";
  if (deal.sealedAt !== null) return standings.has("no") ? `Not in: ${by}` : "Nothing of yours in the split";
  if (standings.has("yes")) return deal.choice.choice === "join" ? "In: you joined" : `In: ${by}`;
  return standings.has("if_price_met") ? "In, if your price is met" : `Not in: ${by}`;
}
