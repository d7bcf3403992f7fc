import { useLocale, useTranslations } from "next-intl";
import type { PublicMoneyWire } from "@/modules/allocation/schema";
import type { DealView } from "@/modules/deals/schema";
import { FlowBar, type FlowPart } from "@/ui/flow-bar";
import { bpsString } from "@/ui/format";
import { MoneyText, type WireMoney } from "@/ui/money";
import { DateText } from "@/ui/numbers";
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
  const part = (name: string, one: FlowPart): FlowPart => ({ ...one, figure: `deal.${name}:${deal.id}` });
  const share = { part: percent(deal.contributorShareBps) };
  const inside: FlowPart[] =
    apart === null
      ? [
          part("contributors_part", {
            key: "contributors",
            label: t("pool"),
            money: money.contributorsPart,
            tone: "yours",
            hint: t("poolHint", share),
          }),
        ]
      : [
          part("shares", {
            key: "shares",
            label: t(money.source === "terms" ? "distributable" : "shares"),
            money: apart.shares,
            tone: "yours",
            hint: t(deal.reserveBps > 0 ? "distributableHintReserve" : "distributableHint", share),
          }),
          ...some(
            part("released", {
              key: "released",
              label: t("released"),
              money: apart.released,
              tone: "yours",
              hint: t("releasedHint"),
            }),
          ),
          ...some(
            part("reserve", {
              key: "reserve",
              label: t("reserve"),
              money: apart.reserve,
              tone: "waiting",
              hint: <ReserveHint deal={deal} capKept={apart.capKept} />,
            }),
          ),
        ];
  const parts: FlowPart[] = [
    ...inside,
    part("fee", {
      key: "fee",
      label: t("fee"),
      money: money.fee,
      tone: "fee",
      hint: t("feeHint", { part: percent(deal.operatorFeeBps) }),
    }),
    part("retained", {
      key: "retained",
      label: t.rich("retained", {
        platform: deal.platform.name,
        name: (chunks) => <Name>{chunks}</Name>,
      }),
      money: money.retained,
      tone: "kept",
    }),
  ];
  return <FlowBar total={money.gross} parts={parts} label={t("label")} />;
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
        <span className="block">{t.rich("capKept", { amount: () => <MoneyText money={capKept} /> })}</span>
      )}
    </>
  );
}
