import { useTranslations } from "next-intl";
import type { z } from "zod";
import { monthsBefore, monthsBetween } from "@/app/_earnings/month-series";
import type { StatementMonths } from "@/modules/ledger/schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { MonthText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { MonthChart } from "./month-chart";

type Months = z.output<typeof StatementMonths>["items"];

/** What came in during the last twelve months, in the currency of the newest; nothing before anything ever came. */
export function HomeChart({ months, now }: { months: Months; now: Date }) {
  const t = useTranslations("creator.home.chart");
  const currency = months[0]?.currency;
  if (currency === undefined) return null;
  const last = now.toISOString().slice(0, 7);
  const came = new Map(
    months.filter((one) => one.currency === currency).map((one) => [one.month, one.inMinor]),
  );
  const shown = monthsBetween(monthsBefore(last, 11), last).map((month) => ({
    month,
    parts: [BigInt(came.get(month) ?? 0)],
  }));
  const rows = shown.filter(({ parts }) => parts[0] !== 0n).toReversed();
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-base">{t("title")}</h3>
        <TextLink href="/me/earnings">{t("all")}</TextLink>
      </div>
      {rows.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <>
          <MonthChart months={shown} currency={currency} label={t("label")} small />
          <details className="text-sm">
            <summary className="py-1 text-muted">{t("table")}</summary>
            <Table caption={t("label")}>
              <THead>
                <Tr>
                  <Th>{t("month")}</Th>
                  <Th numeric>{t("in")}</Th>
                </Tr>
              </THead>
              <TBody>
                {rows.map(({ month, parts }) => (
                  <Tr key={month}>
                    <Td label={t("month")}>
                      <MonthText at={`${month}-01T00:00:00Z`} />
                    </Td>
                    <Td numeric label={t("in")}>
                      <MoneyText
                        money={{ currency, minor: parts[0] ?? 0n }}
                        figure={`me.came_in:${month}:${currency}`}
                      />
                    </Td>
                  </Tr>
                ))}
              </TBody>
            </Table>
          </details>
        </>
      )}
    </div>
  );
}
