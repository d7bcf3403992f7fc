import { useTranslations } from "next-intl";
import type { PaymentWire } from "@/modules/earnings/schema";
import { Section } from "@/ui/page/page";
import { MoneyText } from "@/ui/text/money";
import { named } from "../../../_components/named";
import { ratio } from "./exact";
import { Reckoning, type Step } from "./reckoning";
import { jointFigure } from "./shared-works";

/** Where the amount has several parts (handles, seats in works of others), how they make one. */
export function Together({ payment }: { payment: PaymentWire }) {
  const t = useTranslations("payments.sum");
  const seats = payment.splits.filter(
    (split) => split.who === "you" && !payment.lines.some((line) => line.contributor === split.contributor),
  );
  if (payment.lines.length + seats.length < 2) return null;
  const parts = [
    ...payment.lines.map((line) => ({
      key: line.contributor,
      what: t.rich("as", { name: named(line.contributor) }),
      how: line.toCoAuthors.minor === "0" ? null : t("asHow"),
      money: line.amount,
      figure: `share.own:${payment.allocationId}:${line.contributor}`,
    })),
    ...seats.map((split) => ({
      key: `${split.workId} ${split.contributor}`,
      what: t.rich("shared", { work: named(split.workTitle ?? split.workId) }),
      how: t.rich("sharedHow", { name: named(split.contributor) }),
      money: split.amount,
      figure: jointFigure(payment, split),
    })),
  ];
  let upTo = 0n;
  const steps: Step[] = parts.map(({ money, figure, ...part }) => {
    const from = ratio(upTo, payment.amount.minor);
    upTo += BigInt(money.minor);
    const to = ratio(upTo, payment.amount.minor);
    return { ...part, number: <MoneyText money={money} figure={figure} />, fall: { from, to, kind: "more" } };
  });
  steps.push({
    key: "total",
    what: t("total"),
    number: (
      <MoneyText
        money={payment.amount}
        figure={`payment.amount:${payment.allocationId}`}
        className="font-medium text-accent"
      />
    ),
    fall: { from: 0, to: 1, kind: "sum" },
    result: true,
  });
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Reckoning label={t("table")} steps={steps} />
    </Section>
  );
}
