"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import {
  IDENTIFIER_SCHEMES,
  type IdentifierScheme,
  parseIdentifier,
} from "@/modules/works/domain/identifier";
import { afterPress } from "@/ui/button/after-press";
import { Button } from "@/ui/button/button";
import { Field, Input, Select } from "@/ui/input/field";
import { FileDigest } from "./file-digest.client";

type Row = Readonly<{ key: number; scheme: IdentifierScheme; value: string; left: boolean }>;
const EXAMPLES: Readonly<Record<IdentifierScheme, string>> = {
  url: "https://example.org/essays/one",
  url_prefix: "https://example.org/essays/",
  isbn: "978-0-8044-2957-3",
  doi: "10.1000/182",
  sha256: "9f86d081884c7d65…",
};

/** What a work is recognised by; each value is checked as soon as its field is left, by the rule the server keeps. */
export function IdentifierRows() {
  const t = useTranslations("works");
  const counter = useRef(1);
  const [rows, setRows] = useState<readonly Row[]>([{ key: 0, scheme: "url", value: "", left: false }]);
  const change = (key: number, part: Partial<Row>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="font-serif text-lg font-semibold">{t("register.identifiers")}</legend>
      <p className="text-sm text-muted">{t("register.identifiersLead")}</p>
      {rows.map((row, index) => (
        <IdentifierRow
          key={row.key}
          row={row}
          index={index}
          onChange={(part) => change(row.key, part)}
          onRemove={
            rows.length > 1 ? () => setRows(rows.filter((other) => other.key !== row.key)) : undefined
          }
        />
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          size="sm"
          onClick={() => {
            const scheme = rows.at(-1)?.scheme ?? "url";
            setRows([...rows, { key: counter.current, scheme, value: "", left: false }]);
            counter.current += 1;
          }}
        >
          {t("register.addIdentifier")}
        </Button>
      </div>
    </fieldset>
  );
}

function IdentifierRow({
  row,
  index,
  onChange,
  onRemove,
}: {
  row: Row;
  index: number;
  onChange: (part: Partial<Row>) => void;
  onRemove: (() => void) | undefined;
}) {
  const t = useTranslations("works");
  const parsed = row.value.trim() === "" ? null : parseIdentifier(row.scheme, row.value);
  const fault = parsed !== null && "fault" in parsed && row.left ? parsed.code : null;
  const kept =
    parsed !== null && "value" in parsed && parsed.value !== row.value.trim() ? parsed.value : null;
  return (
    <div className="grid items-start gap-3 border-l border-rule pl-4 sm:grid-cols-[14rem_1fr_auto]">
      <Field label={t("register.by")} name={`identifiers.${index}.scheme`}>
        <Select
          name="scheme"
          value={row.scheme}
          onChange={(event) => {
            const scheme = IDENTIFIER_SCHEMES.find((known) => known === event.currentTarget.value);
            if (scheme !== undefined) onChange({ scheme });
          }}
          options={IDENTIFIER_SCHEMES.map((value) => ({ value, label: t(`scheme.${value}`) }))}
        />
      </Field>
      <div className="min-w-0">
        <Field
          label={t("register.identifier")}
          name={`identifiers.${index}.value`}
          hint={row.scheme === "url_prefix" ? t("register.prefixHint") : undefined}
          error={fault === null ? undefined : t(`register.fault.${fault}`)}
          required
        >
          <Input
            name="value"
            autoComplete="off"
            spellCheck={false}
            value={row.value}
            onChange={(event) => onChange({ value: event.currentTarget.value })}
            onBlur={() => afterPress(() => onChange({ left: true }))}
            placeholder={EXAMPLES[row.scheme]}
          />
        </Field>
        {kept !== null && (
          <p className="mt-1 text-sm break-all text-muted">
            {t.rich("register.kept", { value: () => <span translate="no">{kept}</span> })}
          </p>
        )}
        {row.scheme === "sha256" && <FileDigest onDigest={(value) => onChange({ value, left: true })} />}
      </div>
      {onRemove !== undefined && (
        <Button
          type="button"
          variant="quiet"
          className="justify-self-start sm:mt-6.5"
          aria-label={t("register.removeIdentifier", { n: index + 1 })}
          onClick={onRemove}
        >
          {t("register.remove")}
        </Button>
      )}
    </div>
  );
}
