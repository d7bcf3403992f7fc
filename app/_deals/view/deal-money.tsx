import { useLocale, useTranslations } from "next-intl";
import type { PublicMoneyWire } from "@/modules/allocation/schema/allocation";
import type { DealView } from "@/modules/deals/schema/deal";
import { FlowBar, type FlowPart } from "@/ui/chart/flow-bar";
import { bpsString } from "@/ui/text/format";
import { MoneyText, type WireMoney } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";
import { Name } from "./name";

type Terms = Pick<
  DealView,
  "id" | "contributorShareBps" | "operatorFeeBps" | "reserveBps" | "reserveReleaseOn" | "platform"
>;

/** Where every minor unit of a deal's gross goes, as a bar to scale and as figures: as its terms, its split or the books say. */
export function DealMoney({ deal, money }: { deal: Terms; money: PublicMoneyWire }) {
  const [t, locale] = [useTranslations("deals.money"), useLocale()];
  const { parts: apart } = money;
  const percent = (bps: number) => bpsString(bps, locale);
  const share = { part: percent(deal.contributorShareBps) };
  const inside: FlowPart[] =
    apart === null
      ? [
          {
            key: "contributors_part",
            label: t("pool"),
            money: money.contributorsPart,
            tone: "yours",
            hint: t("poolHint", share),
          },
        ]
      : [
          {
            key: "shares",
            label: t(money.source === "terms" ? "distributable" : "shares"),
            money: apart.shares,
            tone: "yours",
            hint: t(deal.reserveBps > 0 ? "distributableHintReserve" : "distributableHint", share),
          },
          ...some({
            key: "released",
            label: t("released"),
            money: apart.released,
            tone: "yours",
            hint: t("releasedHint"),
          }),
          ...some({
            key: "reserve",
            label: t("reserve"),
            money: apart.reserve,
            tone: "waiting",
            hint: <ReserveHint deal={deal} capKept={apart.capKept} />,
          }),
        ];
  const parts: FlowPart[] = [
    ...inside,
    {
      key: "fee",
      label: t("fee"),
      money: money.fee,
      tone: "fee",
      hint: t("feeHint", { part: percent(deal.operatorFeeBps) }),
    },
    {
      key: "retained",
      label: t.rich("retained", {
        platform: deal.platform.name,
        name: (chunks) => <Name>{chunks}</Name>,
      }),
      money: money.retained,
      tone: "kept",
    },
  ];
  return (
    <FlowBar
      total={money.gross}
      figure={(part) => `deal.${part}:${deal.id}`}
      parts={parts}
      label={t("label")}
    />
  );
}

/** A part that most deals do not have is left out where there is none of it. */
const some = (part: FlowPart): FlowPart[] => (BigInt(part.money.minor) === 0n ? [] : [part]);

function ReserveHint({ deal, capKept }: { deal: Terms; capKept: WireMoney }) {
  const [t, locale] = [useTranslations("deals.money"), useLocale()];
  const { reserveReleaseOn: day } = deal;
  const part = bpsString(deal.reserveBps, locale);
  return (
    <>
      {day === null
        ? t("reserveHint", { part })
        : t.rich("reserveHintUntil", { part, day: () => <DateText at={day} /> })}
      {BigInt(capKept.minor) > 0n && (
        <span className="block">
          {t.rich("capKept", {
            amount: () => <MoneyText money={capKept} figure={`deal.cap_kept:${deal.id}`} />,
          })}
        </span>
      )}
    </>
  );
}
