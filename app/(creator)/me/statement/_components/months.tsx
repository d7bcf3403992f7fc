import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { StatementMonths } from "@/modules/ledger/schema";
import { Section } from "@/ui/page/page";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { MoneyText } from "@/ui/text/money";
import { MonthText, NumberText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { daysOf } from "./asked";

type Months = z.output<typeof StatementMonths>["items"];

const SHOWN = 12;

/** The overview: what came, what went and what was there at the end of each month; a month leads to its lines. */
export function MonthByMonth({ months }: { months: Months }) {
  const t = useTranslations("statement.months");
  if (months.length === 0) return null;
  const earlier = months.slice(SHOWN);
  return (
    <Section title={t("title")} lead={t("lead")}>
      <MonthTable months={months.slice(0, SHOWN)} />
      {earlier.length > 0 && (
        <details className="print:hidden">
          <summary className="py-1 text-accent">{t("earlier", { n: earlier.length })}</summary>
          <MonthTable months={earlier} />
        </details>
      )}
    </Section>
  );
}

const figure = (what: string, { month, currency }: Months[number]) => `me.${what}:${month}:${currency}`;

function MonthTable({ months }: { months: Months }) {
  const t = useTranslations("statement.months");
  return (
    <Table caption={t("caption")}>
      <THead>
        <Tr>
          <Th>{t("month")}</Th>
          <Th numeric>{t("lines")}</Th>
          <Th numeric>{t("in")}</Th>
          <Th numeric>{t("out")}</Th>
          <Th numeric>{t("closing")}</Th>
        </Tr>
      </THead>
      <TBody>
        {months.map((month) => (
          <Tr key={`${month.month} ${month.currency}`}>
            <Td label={t("month")}>
              <TextLink href={`/me/statement?${new URLSearchParams(daysOf(month.month))}`} prefetch={false}>
                <MonthText at={`${month.month}-01T00:00:00Z`} />
              </TextLink>
            </Td>
            <Td numeric label={t("lines")}>
              <NumberText value={month.lines} figure={figure("lines", month)} />
            </Td>
            <Td numeric label={t("in")}>
              <MoneyText
                money={{ currency: month.currency, minor: month.inMinor }}
                figure={figure("came_in", month)}
              />
            </Td>
            <Td numeric label={t("out")}>
              <MoneyText
                money={{ currency: month.currency, minor: String(-BigInt(month.outMinor)) }}
                figure={figure("went_out", month)}
              />
            </Td>
            <Td numeric label={t("closing")}>
              <MoneyText
                money={{ currency: month.currency, minor: month.closingMinor }}
                figure={figure("closing", month)}
              />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
