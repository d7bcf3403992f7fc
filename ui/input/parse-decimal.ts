import { marksOf } from "../text/decimal";

export type DecimalFault = "notANumber" | "tooManyDecimals" | "grouping";
export type ParsedDecimal =
  | Readonly<{ ok: true; plain: string }>
  | Readonly<{ ok: false; fault: DecimalFault }>;

const GROUPED = { ",": /^\d{1,3}(,\d{3})+$/, ".": /^\d{1,3}(\.\d{3})+$/ } as const;

/**
 * Reads an amount as people type or paste it ("1,234.50", "USD 1.234,50", "1 234.5") into plain decimal text, exactly. With
 * both marks the last one is the decimal mark; a lone mark is read by the page's language, and refused where that makes no
 * sense, because a wrong guess would be off by a thousand.
 */
export function parseDecimal(text: string, locale: string, decimals: number): ParsedDecimal {
  const bare = text.replace(/^[A-Z]{3}\s+|\s*[A-Z]{3}$|[$€£¥\s\u00a0\u202f'’]/gi, "").replace("\u2212", "-");
  if (!/^[+-]?\d[\d.,]*$/.test(bare)) return { ok: false, fault: "notANumber" };
  const sign = bare.startsWith("-") ? "-" : "";
  const digits = bare.replace(/^[+-]/, "");
  const [lastComma, lastPoint] = [digits.lastIndexOf(","), digits.lastIndexOf(".")];
  const mark = lastComma >= 0 && lastPoint >= 0 ? (lastComma > lastPoint ? "," : ".") : marksOf(locale).point;
  const parts = digits.split(mark);
  const [whole = "", fraction = "", ...more] = parts;
  const group = mark === "," ? "." : ",";
  if (more.length > 0) return { ok: false, fault: "notANumber" };
  if (whole.includes(group) && !GROUPED[group].test(whole)) return { ok: false, fault: "grouping" };
  if (fraction.includes(group)) return { ok: false, fault: "grouping" };
  if (fraction.replace(/0+$/, "").length > decimals) return { ok: false, fault: "tooManyDecimals" };
  const kept = fraction.slice(0, decimals);
  const units = whole.replaceAll(group, "").replace(/^0+(?=\d)/, "");
  return { ok: true, plain: `${sign}${units === "" ? "0" : units}${kept === "" ? "" : `.${kept}`}` };
}
