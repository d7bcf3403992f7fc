import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldChange } from "@/modules/deals/history-schema";
import { bpsString } from "@/ui/format";
import { MoneyText } from "@/ui/money";
import { DateText } from "@/ui/numbers";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
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

const WORDS = { uses: "use", weights: "weights", purpose: "purpose", basis: "basis", weighting: "weighting" };
const DAYS = ["termFrom", "termTo", "reserveReleaseOn"];

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
  if (field === "grossMinor") return <MoneyText money={{ currency, minor: String(value) }} figure={figure} />;
  if (field.endsWith("Bps") && typeof value === "number") return bpsString(value, locale);
  if (field === "noticeDays" && typeof value === "number") return t("days", { n: value });
  if (field === "escheatYears" && typeof value === "number") return t("years", { n: value });
  if (DAYS.includes(field)) return <DateText at={String(value)} />;
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  const group = Object.entries(WORDS).find(([name]) => name === field)?.[1];
  if (group === undefined) return <Name>{String(value)}</Name>;
  const word = (one: unknown) => {
    const key = `${group}.${String(one)}` as "use.pretraining";
    return t.has(key) ? t(key) : String(one);
  };
  return Array.isArray(value) ? value.map(word).join(", ") : word(value);
}
