import { type CURRENCY_DECIMALS, isCurrency, majorText } from "@/kernel/money";
import type { FieldChange } from "@/modules/deals/history-schema";
import { Table, TBody, Td, THead, Th, Tr } from "@/ui/table";
import {
  BASIS_NAMES,
  days,
  fieldName,
  PURPOSE_NAMES,
  percent,
  USE_NAMES,
  WEIGHTING_NAMES,
  WEIGHTS_NAMES,
} from "./words.client";

/** What became different from one version to the next: field, before, after. `currency` is the one of the version shown. */
export function DealChanges({ changes, currency }: { changes: readonly FieldChange[]; currency: string }) {
  const was = changes.find((change) => change.field === "currency")?.before;
  return (
    <Table caption="Changes">
      <THead>
        <Tr>
          <Th>Field</Th>
          <Th>Before</Th>
          <Th>After</Th>
        </Tr>
      </THead>
      <TBody>
        {changes.map(({ field, before, after }) => (
          <Tr key={field}>
            <Td>{fieldName(field)}</Td>
            <Td label="Before">
              <del className="text-muted decoration-rule-strong">
                {valueText(field, before, typeof was === "string" ? was : currency)}
              </del>
            </Td>
            <Td label="After">
              <ins className="no-underline">{valueText(field, after, currency)}</ins>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  uses: USE_NAMES,
  weights: WEIGHTS_NAMES,
  purpose: PURPOSE_NAMES,
  basis: BASIS_NAMES,
  weighting: WEIGHTING_NAMES,
};

/** One value of a version as people read it. */
function valueText(field: string, value: FieldChange["before"], currency: string): string {
  if (value === null || value === undefined) return "–";
  if (field === "grossMinor" && isCurrency(currency)) return amountText(currency, String(value));
  if (field.endsWith("Bps") && typeof value === "number") return percent(value);
  if (field === "noticeDays" && typeof value === "number") return days(value);
  if (field === "escheatYears") return `${String(value)} years`;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.map((one) => WORDS[field]?.[String(one)] ?? String(one)).join(", ");
  return WORDS[field]?.[String(value)] ?? String(value);
}

function amountText(currency: keyof typeof CURRENCY_DECIMALS, minor: string): string {
  const [whole = "", fraction] = majorText({ currency, minor: BigInt(minor) }).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`} ${currency}`;
}
