import { type _Translator, useLocale, useTranslations } from "next-intl";
import { shortAmount } from "@/app/_allocation/words";
import type { Messages } from "@/messages/catalogues";
import type { DistributionWire } from "@/modules/allocation/schema/distribution";
import { Histogram, type HistogramBin } from "@/ui/chart/bar-table";
import { Stat, Stats } from "@/ui/chart/stat";
import { Section } from "@/ui/page/page";
import { decimalsOf, percentString } from "@/ui/text/format";
import { MoneyText } from "@/ui/text/money";

type Props = {
  /** The split. */
  of: string;
  currency: string;
  mine: DistributionWire | null;
  other: Readonly<{ name: string; found: DistributionWire }> | null;
};

/** How the money lies among people: the figures that say it, and a histogram on a logarithmic scale. */
export function DistributionPart({ of, currency, mine, other }: Props) {
  const t = useTranslations("allocation.distribution");
  const locale = useLocale();
  if (mine === null)
    return (
      <Section title={t("title")}>
        <p className="max-w-[68ch] text-muted">{t("unknown")}</p>
      </Section>
    );
  const series = [
    { label: t("this"), tone: "yours" as const },
    ...(other === null ? [] : [{ label: other.name, tone: "before" as const }]),
  ];
  return (
    <Section title={t("title")} lead={t("lead")}>
      <Facts of={of} currency={currency} found={mine} />
      <Histogram
        caption={t("caption")}
        binHead={t("range")}
        series={other === null ? [{ label: t("people"), tone: "yours" }] : series}
        bins={binsOf(t, locale, { currency, mine, other: other?.found ?? null })}
      />
    </Section>
  );
}

function Facts({ of, currency, found }: { of: string; currency: string; found: DistributionWire }) {
  const t = useTranslations("allocation.distribution");
  const locale = useLocale();
  const money = (minor: string) => ({ currency, minor });
  const percent = (part: string, whole: string) => percentString(BigInt(part), BigInt(whole), locale);
  const { quantiles, small, top } = found;
  return (
    <Stats>
      <Stat
        label={t("median")}
        value={<MoneyText money={money(quantiles.median)} figure={`split.median:${of}`} />}
        hint={t("medianHint")}
      />
      <Stat
        label={t("p10")}
        value={<MoneyText money={money(quantiles.p10)} figure={`split.p10:${of}`} />}
        hint={t("p10Hint")}
      />
      <Stat
        label={t("p90")}
        value={<MoneyText money={money(quantiles.p90)} figure={`split.p90:${of}`} />}
        hint={t("p90Hint")}
      />
      <Stat
        label={t.rich("small", {
          amount: () => <MoneyText money={money(small.belowMinor)} figure={`split.small_below:${of}`} />,
        })}
        value={percent(small.people, found.people)}
        hint={t.rich("smallHint", {
          money: () => <MoneyText money={money(small.minor)} figure={`split.small:${of}`} />,
        })}
      />
      <Stat
        label={t("top")}
        value={percent(top.minor, found.totalMinor)}
        hint={t.rich("topHint", {
          n: Number(top.people),
          max: () => <MoneyText money={money(quantiles.max)} figure={`split.max:${of}`} />,
        })}
      />
    </Stats>
  );
}

/** The ranges of both splits together, from the smallest amount to the largest, none left out between. */
function binsOf(
  t: _Translator<Messages, "allocation.distribution">,
  locale: string,
  { currency, mine, other }: { currency: string; mine: DistributionWire; other: DistributionWire | null },
): HistogramBin[] {
  const amount = (minor: string) => shortAmount(minor, decimalsOf(currency), locale);
  const ranges = new Map(
    [...mine.buckets, ...(other?.buckets ?? [])].map(({ fromMinor, toMinor }) => [fromMinor, toMinor]),
  );
  const people = (found: DistributionWire, from: string) =>
    found.buckets.find((bucket) => bucket.fromMinor === from)?.people ?? "0";
  return [...ranges]
    .sort(([a], [b]) => Number(BigInt(a) - BigInt(b)))
    .map(([from, to]) => ({
      key: from,
      label: (
        <>
          {to === "1" ? t("nothing") : t("from", { from: amount(from), to: amount(to) })}{" "}
          {to !== "1" && (
            <span translate="no" className="text-[0.85em] text-muted">
              {currency}
            </span>
          )}
        </>
      ),
      values: [people(mine, from), ...(other === null ? [] : [people(other, from)])],
    }));
}
