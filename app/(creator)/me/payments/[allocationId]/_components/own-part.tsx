import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PaymentWire } from "@/modules/earnings/schema";
import { Banner } from "@/ui/page/banner";
import { Section } from "@/ui/page/page";
import { withPercent } from "@/ui/text/format";
import { MicrosText, MoneyText } from "@/ui/text/money";
import { NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { Named, named } from "../../../_components/named";
import { exactString, millionths, ratio } from "./exact";
import { Less } from "./pool-part";
import { Reckoning, type Step } from "./reckoning";

type Line = PaymentWire["lines"][number];
type Props = { line: Line; payment: PaymentWire };

export const recipe = (words: ReactNode) => <TextLink href="/docs/recompute">{words}</TextLink>;

/** One handle's way from the pool to an amount; or why its price could not be paid, and which could. */
export function OwnPart({ line, payment }: Props) {
  const t = useTranslations("payments.own");
  const name = named(line.contributor);
  return (
    <Section
      title={t.rich("title", { name })}
      lead={t.rich("lead", {
        rows: Number(line.rows),
        tokens: () => (
          <NumberText
            value={line.tokens}
            figure={`share.tokens:${payment.allocationId}:${line.contributor}`}
          />
        ),
      })}
    >
      {line.outcome === "floor_not_met" ? (
        <Refused line={line} payment={payment} />
      ) : (
        <PaidPart line={line} payment={payment} />
      )}
    </Section>
  );
}

function PaidPart({ line, payment }: Props) {
  const t = useTranslations("payments.own");
  return (
    <Reckoning
      label={t.rich("table", { name: named(line.contributor) })}
      steps={[...useWeightSteps({ line, payment }), ...useMoneySteps({ line, payment })]}
    />
  );
}

function Refused({ line, payment }: Props) {
  const t = useTranslations("payments.refused");
  const { currency } = payment.gross;
  const price = (micros: string) => ({
    price: () => <MicrosText figure="price" currency={currency} micros={micros} />,
  });
  return (
    <Banner tone="bad" title={t("title")} action={<TextLink href="/me/terms">{t("terms")}</TextLink>}>
      {line.floorMicros !== null && <p>{t.rich("asked", price(line.floorMicros))}</p>}
      <p>{line.neededMicros === null ? t("never") : t.rich("needed", price(line.neededMicros))}</p>
    </Banner>
  );
}

/** How heavy their part is; drawn as the sliver of everybody's weight that it is. */
function useWeightSteps({ line, payment }: Props): readonly Step[] {
  const t = useTranslations("payments.own");
  const means = useTranslations("payments.weighting");
  const locale = useLocale();
  const count = () => (
    <NumberText value={payment.contributors} figure={`split.contributors:${payment.allocationId}`} />
  );
  const steps: Step[] = [
    {
      key: "weight",
      what: t("weight"),
      how: means(payment.rules.weighting),
      number: millionths(line.weight, locale),
    },
    {
      key: "total",
      what: t("total"),
      how: t.rich("totalHow", { n: Number(payment.contributors), count, recipe }),
      number: millionths(payment.totalWeight, locale),
    },
    {
      key: "percent",
      what: t("percent"),
      how: t("percentHow"),
      number: withPercent(exactString(line.weightPercent, locale), locale),
      fall: { from: 0, to: ratio(line.weight, payment.totalWeight), kind: "sum" },
      result: true,
    },
  ];
  if (line.ratePerThousandMicros === null) return steps;
  const { currency } = payment.gross;
  const floor = line.floorMicros;
  steps.push({
    key: "floor",
    what: t("floor"),
    how:
      floor === null
        ? t("floorFree")
        : t.rich("floorMet", {
            price: () => <MicrosText figure="price" currency={currency} micros={floor} />,
            recipe,
          }),
    number: (
      <MicrosText
        figure={`share.rate:${payment.allocationId}:${line.contributor}`}
        currency={currency}
        micros={line.ratePerThousandMicros}
      />
    ),
  });
  return steps;
}

/** From the exact part to the amount, drawn against the largest of the sums in it. */
function useMoneySteps({ line, payment }: Props): readonly Step[] {
  const t = useTranslations("payments.own");
  const locale = useLocale();
  const { currency } = payment.gross;
  const exact = `${exactString(line.exactMajor, locale)}\u00a0${currency}`;
  const top = BigInt(line.share.minor) > 0n ? line.share.minor : "1";
  const at = (minor: string) => ratio(minor, top);
  const figure = (what: string) => `share.${what}:${payment.allocationId}:${line.contributor}`;
  const steps: Step[] = [
    line.capped
      ? {
          key: "cap",
          what: t("cap"),
          how: t.rich("capHow", { exact: named(exact) }),
          number: <MoneyText money={line.base} figure={figure("base")} />,
        }
      : {
          key: "exact",
          what: t("exact"),
          how: t(payment.cap === null ? "exactHow" : "exactCapped"),
          number: <Named text={exact} />,
        },
    {
      key: "base",
      what: t("base"),
      how: t("baseHow"),
      number: <MoneyText money={line.base} figure={figure("base")} />,
      fall: { from: 0, to: at(line.base.minor), kind: "sum" },
    },
    {
      key: "leftover",
      what: t("leftover"),
      how: t.rich(line.leftover.minor === "0" ? "leftoverNone" : "leftoverOne", { recipe }),
      number: <MoneyText money={line.leftover} figure={figure("leftover")} signed />,
      ...(line.leftover.minor === "0"
        ? {}
        : { fall: { from: at(line.base.minor), to: at(line.share.minor), kind: "more" as const } }),
    },
  ];
  if (line.toCoAuthors.minor !== "0")
    steps.push({
      key: "split",
      what: t("toCoAuthors"),
      how: t("toCoAuthorsHow"),
      number: <Less money={line.toCoAuthors} figure={figure("to_co_authors")} />,
      fall: { from: at(line.share.minor), to: at(line.amount.minor), kind: "less" },
    });
  steps.push({
    key: "amount",
    what: t("amount"),
    how: t("amountHow"),
    number: <MoneyText money={line.amount} figure={figure("own")} className="font-medium text-accent" />,
    fall: { from: 0, to: at(line.amount.minor), kind: "sum" },
    result: true,
  });
  return steps;
}
