import { useLocale, useTranslations } from "next-intl";
import type { PaymentWire } from "@/modules/earnings/schema";
import { Section } from "@/ui/page/page";
import { bpsString } from "@/ui/text/format";
import { MoneyText } from "@/ui/text/money";
import { named } from "../../../_components/named";
import { ratio } from "./exact";
import { type Fall, Reckoning, type Step } from "./reckoning";

type Money = PaymentWire["gross"];

/** From the gross to what is divided: the same for everybody in the deal. */
export function PoolPart({ payment }: { payment: PaymentWire }) {
  const t = useTranslations("payments.pool");
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Reckoning label={t("table")} steps={usePoolSteps(payment)} />
    </Section>
  );
}

function usePoolSteps(payment: PaymentWire): readonly Step[] {
  const t = useTranslations("payments.pool");
  const locale = useLocale();
  const { rules, gross, contributorPart, fee, pool, capKept, distributable, paid } = payment;
  const figure = (what: string) => `split.${what}:${payment.allocationId}`;
  const retained = minus(gross, contributorPart);
  const licensee = named(payment.deal.licenseeName);
  const platform = named(payment.platform.name);
  const share = (bps: number) => bpsString(bps, locale);
  const sum = (money: Money): Fall => ({ from: 0, to: ratio(money.minor, gross.minor), kind: "sum" });
  const less = (from: Money, to: Money): Fall => ({
    from: ratio(from.minor, gross.minor),
    to: ratio(to.minor, gross.minor),
    kind: "less",
  });
  const steps: Step[] = [
    {
      key: "gross",
      what: t("gross"),
      how: t.rich("grossHow", { licensee }),
      number: <MoneyText money={gross} figure={figure("gross")} />,
      fall: { ...sum(gross), kind: "all" },
    },
    {
      key: "retained",
      what: t("retained"),
      how: t.rich("retainedHow", { share: share(rules.contributorShareBps), platform }),
      number: <Less money={retained} figure={figure("retained")} />,
      fall: less(gross, contributorPart),
    },
    {
      key: "part",
      what: t("part"),
      how: t("partHow", { share: share(rules.contributorShareBps) }),
      number: <MoneyText money={contributorPart} figure={figure("contributors_part")} />,
      fall: { ...sum(contributorPart), kind: "all" },
    },
    {
      key: "fee",
      what: t("fee"),
      how: t("feeHow", { share: share(rules.operatorFeeBps) }),
      number: <Less money={fee} figure={figure("fee")} />,
      fall: less(contributorPart, pool),
    },
    {
      key: "pool",
      what: t("pool"),
      how: t("poolHow"),
      number: <MoneyText money={pool} figure={figure("pool")} />,
      fall: sum(pool),
      result: true,
    },
  ];
  const byRule = minus(pool, distributable);
  if (BigInt(byRule.minor) > 0n)
    steps.push({
      key: "reserve",
      what: t("reserve"),
      how: t("reserveHow", { share: share(rules.reserveBps) }),
      number: <Less money={byRule} figure={figure("reserve_by_rule")} />,
      fall: less(pool, distributable),
    });
  const kept = BigInt(capKept.minor) > 0n;
  steps.push({
    key: "divided",
    what: t("divided"),
    how: t(kept ? "dividedCapped" : "dividedHow"),
    number: <MoneyText money={distributable} figure={figure("distributable")} />,
    fall: sum(distributable),
    result: true,
  });
  if (kept)
    steps.push(
      {
        key: "capKept",
        what: t("capKept"),
        how: t("capKeptHow"),
        number: <Less money={capKept} figure={figure("cap_kept")} />,
        fall: less(distributable, paid),
      },
      {
        key: "paid",
        what: t("paid"),
        how: t("paidHow"),
        number: <MoneyText money={paid} figure={figure("paid")} />,
        fall: sum(paid),
        result: true,
      },
    );
  return steps;
}

const minus = (a: Money, b: Money): Money => ({ ...a, minor: String(BigInt(a.minor) - BigInt(b.minor)) });

/** What is taken away, with its minus. */
export function Less({ money, figure }: { money: Money; figure: string }) {
  return <MoneyText money={{ ...money, minor: String(-BigInt(money.minor)) }} figure={`minus:${figure}`} />;
}
