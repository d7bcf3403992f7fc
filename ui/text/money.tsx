import { useLocale } from "next-intl";
import { cx } from "../cx";
import { decimalText } from "./decimal";
import { decimalsOf, moneyFigure, type WireMoney } from "./format";

export type { WireMoney } from "./format";

/**
 * An exact amount with its currency code, grouped: "1,234.50 USD". `signed` writes the plus of a credit too. `figure` names
 * the figure ("deal.reserve:deal_01…"): a test compares each one's minor units with the books.
 */
export function MoneyText({
  money,
  signed = false,
  className,
  figure,
}: {
  money: WireMoney;
  signed?: boolean;
  className?: string;
  figure: string;
}) {
  const amount = moneyFigure(money, useLocale(), signed);
  return (
    <data value={`${money.minor} ${money.currency}`} data-figure={figure}>
      <Amount amount={amount} currency={money.currency} className={className} />
    </data>
  );
}

/** A rate in millionths of the major unit, never rounded: 2400 → "0.0024 USD". At least the currency's decimals are shown. */
export function MicrosText({
  currency,
  micros,
  className,
  figure,
}: {
  currency: string;
  micros: string | bigint | number;
  className?: string;
  figure: string;
}) {
  const format = { decimals: 6, decimalsMin: decimalsOf(currency), signed: false };
  const amount = decimalText(BigInt(micros), format, useLocale());
  return (
    <data value={`${micros} ${currency}`} data-figure={figure}>
      <Amount amount={amount} currency={currency} className={className} />
    </data>
  );
}

function Amount({
  amount,
  currency,
  className,
}: {
  amount: string;
  currency: string;
  className?: string | undefined;
}) {
  return (
    <span translate="no" className={cx("whitespace-nowrap tabular-nums", className)}>
      {amount}
      <span className="ml-[0.3em] text-[0.85em] text-muted">{currency}</span>
    </span>
  );
}
