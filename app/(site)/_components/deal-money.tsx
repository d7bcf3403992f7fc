import { getTranslations } from "next-intl/server";
import type { RegisterDealWire } from "@/modules/lookup/schema";
import { FlowBar, type FlowPart } from "@/ui/flow-bar";

/** Every minor unit of a sealed deal as one bar with its table; `hints` says in a line what each part is. */
export async function DealMoney({ deal, hints = false }: { deal: RegisterDealWire; hints?: boolean }) {
  const t = await getTranslations("site.home.money");
  const { fee, retained, reserve, shares, waiting } = deal.money;
  const contributors = Number(deal.contributors);
  const hint = (text: string) => (hints ? { hint: text } : {});
  const people: FlowPart[] =
    waiting === null
      ? [
          {
            key: "shares",
            label: t("shares"),
            money: shares,
            tone: "yours",
            ...hint(t("sharesHint", { contributors })),
          },
        ]
      : [
          {
            key: "claimed",
            label: t("claimed"),
            money: waiting.claimed,
            tone: "yours",
            ...hint(t("claimedHint", { contributors })),
          },
          {
            key: "unclaimed",
            label: t("unclaimed"),
            money: waiting.unclaimed,
            tone: "held",
            ...hint(t("unclaimedHint")),
          },
          ...some({
            key: "held",
            label: t("held"),
            money: waiting.held,
            tone: "waiting",
            ...hint(t("heldHint")),
          }),
        ];
  const parts: FlowPart[] = [
    ...people,
    ...some({
      key: "reserve",
      label: t("reserve"),
      money: reserve,
      tone: "waiting",
      ...hint(t("reserveHint")),
    }),
    { key: "retained", label: t("retained"), money: retained, tone: "kept", ...hint(t("retainedHint")) },
    { key: "fee", label: t("fee"), money: fee, tone: "fee", ...hint(t("feeHint")) },
  ];
  return <FlowBar label={t("label")} total={deal.gross} parts={parts} />;
}

/** A part that most deals do not have is left out where there is none of it. */
const some = (part: FlowPart): FlowPart[] => (BigInt(part.money.minor) === 0n ? [] : [part]);
