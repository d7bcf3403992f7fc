import { decimalText } from "@/ui/text/decimal";

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** A size to one decimal of the largest unit that fits: "1.4 GiB". */
export function bytesText(bytes: string, locale: string): string {
  let tenths = BigInt(bytes) * 10n;
  let unit = 0;
  while (tenths >= 10_240n && unit < UNITS.length - 1) {
    tenths /= 1024n;
    unit++;
  }
  const figure = decimalText(tenths, { decimals: 1, decimalsMin: 0, signed: false }, locale);
  return `${figure}\u00a0${UNITS[unit]}`;
}
