"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field, Select } from "@/ui/input/field";

type Props = {
  field: string;
  label: string;
  hint: string;
  needed: boolean;
  start: string;
  columns: readonly string[];
  /** A few values of each column, in the order of `columns`. */
  examples: readonly string[];
};

/** One thing a row can say: which column says it, and what that column holds. */
export function FieldRow({ field, label, hint, needed, start, columns, examples }: Props) {
  const t = useTranslations("manifests.mapping");
  const [column, setColumn] = useState(start);
  const shown = examples[columns.indexOf(column)] ?? "";
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Field
        name={`columns.${field}`}
        label={
          <>
            {label}
            {needed && <span className="font-normal text-muted"> · {t("required")}</span>}
          </>
        }
        hint={hint}
      >
        <Select
          name={`column.${field}`}
          translate={column === "" ? "yes" : "no"}
          value={column}
          onChange={(event) => setColumn(event.target.value)}
        >
          <option value="">{t("none")}</option>
          {columns.map((name) => (
            <option key={name} value={name} translate="no">
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <p className="min-w-0 truncate text-sm text-muted">
        {column === "" ? (
          t("noExamples")
        ) : (
          <>
            {t("examples")}
            <span translate="no" className="font-mono text-[0.8125rem] text-ink">
              {shown === "" ? "–" : shown}
            </span>
          </>
        )}
      </p>
    </div>
  );
}
