import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldChange } from "@/modules/deals/schema/history";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table/table";
import { bpsString } from "@/ui/text/format";
import { MoneyText } from "@/ui/text/money";
import { DateText } from "@/ui/text/numbers";
import { kindOf } from "../form/deal-fields.client";
import { Name } from "./name";

/** What became different from one version to the next: field, before, after. `currency` is the one of the version shown. */
export function DealChanges({
  of,
  changes,
  currency,
}: {
  /** The deal and its version, "deal_01…:2". */
  of: string;
  changes: readonly FieldChange[];
  currency: string;
}) {
  const t = useTranslations("deals");
  const was = changes.find((change) => change.field === "currency")?.before;
  const before = typeof was === "string" ? was : currency;
  const nameOf = (field: string) =>
    t.has(`field.${field}` as "field.title") ? t(`field.${field}` as "field.title") : field;
  return (
    <Table caption={t("changes.caption")}>
      <THead>
        <Tr>
          <Th>{t("changes.field")}</Th>
          <Th>{t("changes.before")}</Th>
          <Th>{t("changes.after")}</Th>
        </Tr>
      </THead>
      <TBody>
        {changes.map((change) => (
          <Tr key={change.field}>
            <Td>{nameOf(change.field)}</Td>
            <Td label={t("changes.before")}>
              <del className="text-muted decoration-rule-strong">
                <Value
                  field={change.field}
                  value={change.before}
                  currency={before}
                  figure={`version.gross_before:${of}`}
                />
              </del>
            </Td>
            <Td label={t("changes.after")}>
              <ins className="no-underline">
                <Value
                  field={change.field}
                  value={change.after}
                  currency={currency}
                  figure={`version.gross:${of}`}
                />
              </ins>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** One value of a version as people read it. */
function Value({
  field,
  value,
  currency,
  figure,
}: {
  field: string;
  figure: string;
  value: FieldChange["before"];
  currency: string;
}): ReactNode {
  const [t, locale] = [useTranslations("deals"), useLocale()];
  if (value === null || value === undefined) return "–";
  const word = (one: unknown) => {
    const key = `${field === "uses" ? "use" : field}.${String(one)}` as "use.pretraining";
    return t.has(key) ? t(key) : String(one);
  };
  switch (kindOf(field)) {
    case "amount":
      return <MoneyText money={{ currency, minor: String(value) }} figure={figure} />;
    case "share":
      return bpsString(Number(value), locale);
    case "days":
      return t("days", { n: Number(value) });
    case "years":
      return t("years", { n: Number(value) });
    case "day":
      return <DateText at={String(value)} />;
    case "flag":
      return value === true ? t("yes") : t("no");
    case "choice":
      return word(value);
    case "uses":
      return Array.isArray(value) ? value.map(word).join(", ") : word(value);
    case "text":
    case null:
      return <Name>{String(value)}</Name>;
  }
}
