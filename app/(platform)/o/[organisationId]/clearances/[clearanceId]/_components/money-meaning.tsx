import { useTranslations } from "next-intl";
import { sumOf } from "@/kernel/sum";
import type { CoverageWire } from "@/modules/clearance/schema";
import { Stat, Stats } from "@/ui/chart/stat";
import { Banner } from "@/ui/page/banner";
import { Section } from "@/ui/page/page";
import { MicrosText, MoneyText } from "@/ui/text/money";

/** What the coverage does to the money: the pool, what those left out forgo, and the rate that comes of it. */
export function MoneyMeaning({
  coverage,
  amended,
  of,
}: {
  coverage: CoverageWire;
  amended: boolean;
  of: string;
}) {
  const t = useTranslations("clearance.money");
  const { pool, rate, groups, measure } = coverage;
  const { currency } = pool;
  const forgone = sumOf(
    groups.filter((group) => !group.included),
    (group) => BigInt(group.money.minor),
  );
  const nobody = groups.every((group) => !group.included || group.rows === "0");
  const all = () =>
    rate.all === null ? (
      "–"
    ) : (
      <MicrosText figure={`coverage.rate_all:${of}`} currency={currency} micros={rate.all} />
    );
  return (
    <Section title={t("title")} lead={t("lead")}>
      {amended && <Banner tone="waiting">{t("amended")}</Banner>}
      <Stats>
        <Stat
          label={t(nobody ? "poolNone" : "pool")}
          value={<MoneyText money={pool} figure={`coverage.pool:${of}`} />}
          hint={nobody ? t("poolNoneHint") : t("poolHint", { version: coverage.dealVersion })}
        />
        <Stat
          label={t("out")}
          tone={forgone > 0n ? "waiting" : "neutral"}
          value={<MoneyText money={{ currency, minor: forgone }} figure={`coverage.forgone:${of}`} />}
          hint={t("outHint", { measure: t(`measure.${measure}`) })}
        />
        <Stat
          label={t("rate")}
          value={
            rate.included === null ? (
              "–"
            ) : (
              <MicrosText figure={`coverage.rate:${of}`} currency={currency} micros={rate.included} />
            )
          }
          hint={t.rich("rateHint", { rate: all })}
        />
      </Stats>
    </Section>
  );
}
