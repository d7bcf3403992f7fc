import { CURRENCY_DECIMALS, isCurrency } from "@/kernel/money";
import { cx } from "./cx";
import { decimalText } from "./decimal";

export type WireMoney = Readonly<{ currency: string; minor: string | bigint }>;

/** An exact amount with its currency code, grouped: "1,234.50 USD". `signed` writes the plus of a credit too. */
export function MoneyText({
  money,
  signed = false,
  className,
}: {
  money: WireMoney;
  signed?: boolean;
  className?: string;
}) {
  const decimals = isCurrency(money.currency) ? CURRENCY_DECIMALS[money.currency] : 2;
  const amount = decimalText(BigInt(money.minor), { decimals, decimalsMin: decimals, signed });
  return <Amount amount={amount} currency={money.currency} className={className} />;
}

/** A rate in millionths of the major unit, never rounded: 2400 → "0.0024 USD". At least the currency's decimals are shown. */
export function MicrosText({
  currency,
  micros,
  className,
}: {
  currency: string;
  micros: string | bigint | number;
  className?: string;
}) {
  const decimalsMin = isCurrency(currency) ? CURRENCY_DECIMALS[currency] : 2;
  const amount = decimalText(BigInt(micros), { decimals: 6, decimalsMin, signed: false });
  return <Amount amount={amount} currency={currency} className={className} />;
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
    <span className={cx("whitespace-nowrap tabular-nums", className)}>
      {amount}
      <span className="ml-[0.3em] text-[0.85em] text-muted">{currency}</span>
    </span>
  );
}
