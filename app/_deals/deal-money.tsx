import type { DealView } from "@/modules/deals/schema";
import { FlowBar, type FlowPart } from "@/ui/flow-bar";
import { DateText } from "@/ui/numbers";
import { percent } from "./words.client";

type Money = Pick<
  DealView,
  | "gross"
  | "split"
  | "contributorShareBps"
  | "operatorFeeBps"
  | "reserveBps"
  | "reserveReleaseOn"
  | "platform"
>;

/** Where every minor unit of a deal's gross goes, as a bar to scale and as figures. */
export function DealMoney({ deal }: { deal: Money }) {
  const { split } = deal;
  const parts: FlowPart[] = [
    {
      key: "distributable",
      label: "Split among contributors",
      money: split.distributable,
      tone: "yours",
      hint: `${percent(deal.contributorShareBps)} of the gross, less the fee${deal.reserveBps > 0 ? " and the reserve" : ""}`,
    },
    ...(deal.reserveBps > 0
      ? [
          {
            key: "reserve",
            label: "Reserve for late claims and disputes",
            money: split.reserve,
            tone: "held" as const,
            hint: (
              <>
                {percent(deal.reserveBps)} of the contributors’ pool
                {deal.reserveReleaseOn && (
                  <>
                    , released on <DateText at={deal.reserveReleaseOn} />
                  </>
                )}
              </>
            ),
          },
        ]
      : []),
    {
      key: "fee",
      label: "Remit’s fee",
      money: split.fee,
      tone: "fee",
      hint: `${percent(deal.operatorFeeBps)} of the gross, out of the contributors’ part`,
    },
    { key: "retained", label: `Kept by ${deal.platform.name}`, money: split.retained, tone: "kept" },
  ];
  return <FlowBar total={deal.gross} parts={parts} label="Where the money of this deal goes" />;
}
