import { useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema/deal";
import { Definitions } from "@/ui/text/definition";
import { MoneyText } from "@/ui/text/money";
import { BpsText, DateText } from "@/ui/text/numbers";

type Money = Pick<
  DealView,
  | "id"
  | "gross"
  | "split"
  | "contributorShareBps"
  | "operatorFeeBps"
  | "reserveBps"
  | "reserveReleaseOn"
  | "capBps"
>;

/** What a deal says of its money: each share, what it is a share of, and what that comes to. */
export function MoneyTerms({ deal }: { deal: Money }) {
  const t = useTranslations("deals.moneyTerms");
  const { split, reserveReleaseOn, capBps } = deal;
  const share = (bps: number, of: "ofGross" | "ofPool" | "ofDistributed") =>
    t.rich(of, { share: () => <BpsText bps={bps} /> });
  return (
    <Definitions
      items={[
        { term: t("gross"), value: <MoneyText money={deal.gross} figure={`deal.gross:${deal.id}`} /> },
        { term: t("share"), value: share(deal.contributorShareBps, "ofGross"), hint: t("shareHint") },
        {
          term: t("fee"),
          value: share(deal.operatorFeeBps, "ofGross"),
          hint: t.rich("comesTo", {
            money: () => <MoneyText money={split.fee} figure={`deal.fee_by_terms:${deal.id}`} />,
          }),
        },
        {
          term: t("pool"),
          value: <MoneyText money={split.pool} figure={`deal.pool:${deal.id}`} />,
          hint: t("poolHint"),
        },
        {
          term: t("reserve"),
          value: deal.reserveBps === 0 ? t("none") : share(deal.reserveBps, "ofPool"),
          hint:
            deal.reserveBps === 0
              ? undefined
              : t.rich("comesTo", {
                  money: () => (
                    <MoneyText money={split.reserve} figure={`deal.reserve_by_terms:${deal.id}`} />
                  ),
                }),
        },
        {
          term: t("cap"),
          value: capBps === null ? t("none") : share(capBps, "ofDistributed"),
          hint: capBps === null ? undefined : t("capHint"),
        },
        ...(reserveReleaseOn === null || (deal.reserveBps === 0 && capBps === null)
          ? []
          : [{ term: t("release"), value: <DateText at={reserveReleaseOn} /> }]),
      ]}
    />
  );
}
