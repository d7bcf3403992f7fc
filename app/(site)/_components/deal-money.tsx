import { getTranslations } from "next-intl/server";
import type { RegisterDealWire } from "@/modules/lookup/schema";
import { FlowBar, type FlowPart } from "@/ui/chart/flow-bar";

/** Every minor unit of a sealed deal as one bar with its table; `hints` says in a line what each part is. */
export async function DealMoney({ deal, hints = false }: { deal: RegisterDealWire; hints?: boolean }) {
  const t = await getTranslations("site.home.money");
  const { fee, retained, contributorsPart, parts, waiting } = deal.money;
  const contributors = Number(deal.contributors ?? 0);
  const hint = (text: string) => (hints ? { hint: text } : {});
  const people: FlowPart[] =
    parts === null
      ? [
          {
            key: "contributors_part",
            label: t("part"),
            money: contributorsPart,
            tone: "yours",
            hint: t("partHint"),
          },
        ]
      : waiting === null
        ? [
            {
              key: "shares",
              label: t("shares"),
              money: parts.shares,
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
  const apart: FlowPart[] =
    parts === null
      ? []
      : [
          ...some({
            key: "released",
            label: t("released"),
            money: parts.released,
            tone: "yours",
            ...hint(t("releasedHint")),
          }),
          ...some({
            key: "reserve",
            label: t("reserve"),
            money: parts.reserve,
            tone: "waiting",
            ...hint(t("reserveHint")),
          }),
        ];
  const all: FlowPart[] = [
    ...people,
    ...apart,
    { key: "retained", label: t("retained"), money: retained, tone: "kept", ...hint(t("retainedHint")) },
    { key: "fee", label: t("fee"), money: fee, tone: "fee", ...hint(t("feeHint")) },
  ];
  return (
    <FlowBar label={t("label")} total={deal.gross} figure={(part) => `deal.${part}:${deal.id}`} parts={all} />
  );
}

/** A part that most deals do not have is left out where there is none of it. */
const some = (part: FlowPart): FlowPart[] => (BigInt(part.money.minor) === 0n ? [] : [part]);
