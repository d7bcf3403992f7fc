"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { dateString } from "../text/format";
import { Input } from "./field";

/** A calendar day by the browser's own picker; below it the day in words, so that 3/4 is never taken for 4/3. */
export function DateInput({
  name,
  defaultValue = "",
  min,
  max,
  disabled,
}: {
  name: string;
  /** "2026-11-23" */
  defaultValue?: string;
  min?: string;
  max?: string;
  disabled?: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations("ui.date");
  const [day, setDay] = useState(defaultValue);
  return (
    <span className="flex flex-col gap-1.5">
      <Input
        type="date"
        name={name}
        value={day}
        min={min}
        max={max}
        disabled={disabled}
        className="max-w-48"
        onChange={(event) => setDay(event.target.value)}
      />
      <span className="min-h-5 text-sm text-muted" aria-live="polite">
        {/^\d{4}-\d{2}-\d{2}$/.test(day) &&
          t.rich("inWords", { day: () => <span translate="no">{dateString(day, locale)}</span> })}
      </span>
    </span>
  );
}
