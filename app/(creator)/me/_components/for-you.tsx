import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { MyDealView } from "@/modules/deals/schema/contributor";
import type { MyDealShares } from "@/modules/earnings/schema";
import { MoneyText } from "@/ui/text/money";
import { TextLink } from "@/ui/text/text-link";
import { standingInDeal } from "./standing-in-deal";

export type OwnShares = Pick<z.output<typeof MyDealShares>, "items" | "preparing">;

/** What a deal means for this person, in every list of deals: their amount once the split is sealed; before it, how they stand. */
export function ForYou({ deal, shares }: { deal: MyDealView; shares: OwnShares }) {
  const t = useTranslations("touching.forYou");
  const share = shares.items.find(({ dealId }) => dealId === deal.id);
  const word =
    share === undefined
      ? standingInDeal(deal, shares.preparing.includes(deal.id))
      : share.standing === "cancelled"
        ? "cancelled"
        : share.outcome === "floor_not_met"
          ? "floor"
          : null;
  if (share === undefined || word !== null)
    return <span className="text-sm whitespace-normal text-muted">{t(word ?? "none")}</span>;
  return (
    <TextLink href={`/me/payments/${share.allocationId}`} prefetch={false}>
      <MoneyText money={share.amount} figure={`payment.amount:${share.allocationId}`} />
    </TextLink>
  );
}
