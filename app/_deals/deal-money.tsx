import { useLocale, useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema";
import { FlowBar, type FlowPart } from "@/ui/flow-bar";
import { bpsString } from "@/ui/format";
import { DateText } from "@/ui/numbers";
import { Name } from "./name";

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
  const [t, locale] = [useTranslations("deals.money"), useLocale()];
  const { split, reserveReleaseOn } = deal;
  const percent = (bps: number) => bpsString(bps, locale);
  const part = percent(deal.reserveBps);
  const parts: FlowPart[] = [
    {
      key: "distributable",
      label: t("distributable"),
      money: split.distributable,
      tone: "yours",
      hint: t(deal.reserveBps > 0 ? "distributableHintReserve" : "distributableHint", {
        part: percent(deal.contributorShareBps),
      }),
    },
    ...(deal.reserveBps > 0
      ? [
          {
            key: "reserve",
            label: t("reserve"),
            money: split.reserve,
            tone: "waiting" as const,
            hint:
              reserveReleaseOn === null
                ? t("reserveHint", { part })
                : t.rich("reserveHintUntil", { part, day: () => <DateText at={reserveReleaseOn} /> }),
          },
        ]
      : []),
    {
      key: "fee",
      label: t("fee"),
      money: split.fee,
      tone: "fee",
      hint: t("feeHint", { part: percent(deal.operatorFeeBps) }),
    },
    {
      key: "retained",
      label: t.rich("retained", {
        platform: deal.platform.name,
        name: (chunks) => <Name>{chunks}</Name>,
      }),
      money: split.retained,
      tone: "kept",
    },
  ];
  return <FlowBar total={deal.gross} parts={parts} label={t("label")} />;
}
