"use client";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { afterPress } from "../button/after-press";
import { decimalText } from "../text/decimal";
import { decimalsOf } from "../text/format";
import { FieldError, Input, useField } from "./field";
import { parseDecimal } from "./parse-decimal";

/**
 * An exact amount, typed or pasted in any common style; the form sends plain decimal text ("1234.50"). `decimals` is the
 * currency's unless a rate needs more. An unreadable amount is reported immediately and sent unchanged, so that the server
 * refuses it.
 */
export function MoneyInput({
  name,
  currency,
  decimals = decimalsOf(currency),
  defaultValue = "",
  onValue,
  ...rest
}: {
  name: string;
  currency: string;
  decimals?: number;
  /** Plain decimal text, as it is sent. */
  defaultValue?: string;
  onValue?: (plain: string | null) => void;
  placeholder?: string;
  disabled?: boolean;
  "aria-label"?: string;
}) {
  const locale = useLocale();
  const t = useTranslations("ui.money");
  const field = useField();
  const id = useId();
  const shownAs = (plain: string) => {
    const read = parseDecimal(plain, "en", decimals);
    if (!read.ok) return plain;
    const [whole = "0", fraction = ""] = read.plain.split(".");
    const least = Math.min(decimals, decimalsOf(currency));
    const units = BigInt(whole + fraction.padEnd(decimals, "0"));
    return decimalText(units, { decimals, decimalsMin: least, signed: false }, locale);
  };
  const [text, setText] = useState(() => (defaultValue === "" ? "" : shownAs(defaultValue)));
  const [left, setLeft] = useState(false);
  const read = text.trim() === "" ? null : parseDecimal(text, locale, decimals);
  const fault = left && read?.ok === false ? read.fault : null;
  return (
    <span className="flex flex-col gap-1.5">
      <Input
        {...rest}
        numeric
        autoComplete="off"
        suffix={<span translate="no">{currency}</span>}
        value={text}
        aria-invalid={fault !== null || field?.invalid || undefined}
        aria-describedby={
          [field?.describedBy, fault === null ? "" : id].filter(Boolean).join(" ") || undefined
        }
        onChange={(event) => {
          setText(event.target.value);
          const now = parseDecimal(event.target.value, locale, decimals);
          onValue?.(now.ok ? now.plain : null);
        }}
        onBlur={() =>
          afterPress(() => {
            setLeft(true);
            if (read?.ok) setText(shownAs(read.plain));
          })
        }
      />
      <input type="hidden" name={name} value={read?.ok ? read.plain : text} />
      {fault !== null && (
        <FieldError id={id}>
          {t(fault, { decimals, example: shownAs("1234.5".slice(0, 5 + decimals)) })}
        </FieldError>
      )}
    </span>
  );
}
