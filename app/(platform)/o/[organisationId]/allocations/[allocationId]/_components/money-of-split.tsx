import { useTranslations } from "next-intl";
import { Own } from "@/app/_manifests/bytes-text.client";
import { wireMoney } from "@/kernel/money";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import { FlowBar, type FlowPart } from "@/ui/chart/flow-bar";
import { Section } from "@/ui/page/page";
import { MoneyText } from "@/ui/text/money";

type Props = { view: AllocationWire; platformName: string };

/** Every unit of the gross once. What is paid is told apart by who it waits for: a public bucket each. */
export function MoneyOfSplit({ view, platformName }: Props) {
  const t = useTranslations("allocation.money");
  const { totals, paid, currency } = view;
  if (totals === null || paid === null) return null;
  const [unclaimed, held] = [BigInt(totals.unclaimedMinor), BigInt(totals.heldMinor)];
  const money = (minor: bigint) => wireMoney(currency, minor);
  const waiting: FlowPart[] = [
    {
      key: "unclaimed",
      label: t("unclaimed"),
      money: money(unclaimed),
      tone: "held",
      hint: t("unclaimedHint", { n: Number(totals.unclaimedContributors) }),
    },
    { key: "held", label: t("held"), money: money(held), tone: "waiting", hint: t("heldHint") },
  ];
  return (
    <Section title={t("title")} lead={t("lead")}>
      <FlowBar
        label={t("label")}
        total={view.gross}
        figure={(part) => `split.${part}:${view.id}`}
        parts={[
          {
            key: "payable",
            label: t("contributors"),
            money: money(BigInt(paid.minor) - unclaimed - held),
            tone: "yours",
            hint: t("contributorsHint"),
          },
          ...waiting.filter((part) => BigInt(part.money.minor) > 0n),
          {
            key: "reserve",
            label: t("reserve"),
            money: view.reserve,
            tone: "waiting",
            ...(BigInt(view.capKept.minor) > 0n && {
              hint: t.rich("capKept", {
                money: () => <MoneyText money={view.capKept} figure={`split.cap_kept:${view.id}`} />,
              }),
            }),
          },
          { key: "fee", label: t("fee"), money: view.fee, tone: "fee" },
          {
            key: "retained",
            label: t.rich("retained", { platform: () => <Own>{platformName}</Own> }),
            money: view.retained,
            tone: "kept",
          },
        ]}
      />
    </Section>
  );
}
