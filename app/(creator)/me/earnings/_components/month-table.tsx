import { useTranslations } from "next-intl";
import type { EarningsView } from "@/app/_earnings/view";
import { LookKey } from "@/app/(creator)/me/_components/month-chart";
import { Named } from "@/app/(creator)/me/_components/named";
import { sum } from "@/kernel/sum";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { MonthText } from "@/ui/text/numbers";

/** The figures of the bars: one row per month with money, one column per source, and the month's total. */
export function MonthTable({ view }: { view: EarningsView }) {
  const t = useTranslations("creator.earnings");
  const { currency, by, period } = view.shown;
  const figure = (month: string, key: string | undefined) =>
    key === undefined
      ? `me.earned_others:${month}:${currency}:${period}:${by}`
      : `me.earned_in_from:${month}:${currency}:${by}:${key}`;
  const rows = view.months.filter((month) => month.parts.some((part) => part !== 0n)).toReversed();
  const names = [...view.head.map((source) => source.name), null].slice(0, view.months[0]?.parts.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard too
    <section aria-label={t("byMonth")} tabIndex={0} className="overflow-x-auto">
      <Table caption={t("byMonth")}>
        <THead>
          <Tr>
            <Th>{t("month")}</Th>
            {names.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place among the sources
              <Th key={index} numeric>
                <span className="inline-flex items-center gap-2">
                  <LookKey index={index} />
                  {nameOf(name)}
                </span>
              </Th>
            ))}
            <Th numeric>{t("sum")}</Th>
          </Tr>
        </THead>
        <TBody>
          {rows.map(({ month, parts }) => (
            <Tr key={month}>
              <Td label={t("month")}>
                <MonthText at={`${month}-01T00:00:00Z`} />
              </Td>
              {parts.map((part, index) => (
                <Td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place among the sources
                  key={index}
                  numeric
                  label={shortName(names[index])}
                  className={part === 0n ? "max-sm:hidden" : ""}
                >
                  {part === 0n ? (
                    <span className="text-muted">–</span>
                  ) : (
                    <MoneyText
                      money={{ currency, minor: part }}
                      figure={figure(month, view.head[index]?.key)}
                    />
                  )}
                </Td>
              ))}
              <Td numeric label={t("sum")} className="font-medium">
                <MoneyText
                  money={{ currency, minor: sum(parts) }}
                  figure={`me.earned_in:${month}:${currency}`}
                />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </section>
  );

  function shortName(name: string | null | undefined) {
    const text = short(name);
    return text === null ? t("others") : <span translate="no">{text}</span>;
  }

  function nameOf(name: string | null) {
    if (name === null) return t("others");
    return name === "" ? t("noDeal") : <Named text={name} />;
  }
}

/** On a phone a name stands before its amount, in one line. */
const short = (name: string | null | undefined): string | null =>
  name && name.length > 20 ? `${name.slice(0, 19).trimEnd()}…` : (name ?? null);
