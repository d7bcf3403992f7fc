"use client";
import { useLocale, useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import { percent, SPLIT_TOTAL_BPS } from "@/modules/works/domain/split";
import { Button } from "@/ui/button/button";
import { Field, Input } from "@/ui/input/field";
import { bpsString } from "@/ui/text/format";

type Row = { key: number; share: string };

/** You first, then co-authors by name and address. The sum is shown as it is typed; it must be exactly 100%. */
export function AuthorRows({ myName }: { myName: string }) {
  const t = useTranslations("works.register");
  const counter = useRef(1);
  const [rows, setRows] = useState<readonly Row[]>([{ key: 0, share: "100" }]);
  const [list, move] = useMovedFocus(rows);
  const setShare = (key: number, share: string) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, share } : row)));
  return (
    <fieldset ref={list} className="flex min-w-0 flex-col gap-4">
      <legend className="font-serif text-lg font-semibold">{t("authors")}</legend>
      <p className="text-sm text-muted">{t("authorsLead")}</p>
      {rows.map((row, index) => (
        <div key={row.key} className="grid items-start gap-3 sm:grid-cols-[1fr_1fr_8rem_5.5rem]">
          <Field label={t(index === 0 ? "yourName" : "coAuthor")} name={`authors.${index}.name`} required>
            <Input name="name" defaultValue={index === 0 ? myName : ""} autoComplete="off" />
          </Field>
          {index === 0 ? (
            <p className="text-sm text-muted sm:pt-8.5">{rows.length > 1 && t("accept")}</p>
          ) : (
            <Field label={t("email")} name={`authors.${index}.email`} required>
              <Input name="email" type="email" autoComplete="off" maxLength={254} />
            </Field>
          )}
          <Field label={t("share")} name={`authors.${index}.shareBps`} required>
            <Input
              name="share"
              numeric
              suffix="%"
              value={row.share}
              onChange={(event) => setShare(row.key, event.currentTarget.value)}
            />
          </Field>
          {index > 0 && (
            <Button
              type="button"
              variant="quiet"
              className="justify-self-start sm:mt-6.5"
              aria-label={t("removeAuthor", { n: index })}
              onClick={() => {
                setRows(rows.filter((other) => other.key !== row.key));
                move(ADD);
              }}
            >
              {t("remove")}
            </Button>
          )}
        </div>
      ))}
      <Sum rows={rows} />
      <div className="flex flex-wrap gap-3">
        <Button
          type="button"
          variant="secondary"
          size="sm"
          data-add-author
          onClick={() => {
            setRows([...rows, { key: counter.current, share: "" }]);
            counter.current += 1;
            move(NAMES);
          }}
        >
          {t("addAuthor")}
        </Button>
        {rows.length > 1 && (
          <Button type="button" variant="quiet" size="sm" onClick={() => setRows(evenly(rows))}>
            {t("evenly")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const ADD = "[data-add-author]";
const NAMES = 'input[name="name"]';

/** Once rows came or went, the focus goes where the reader goes on: pressing a button that is gone would leave it on nothing. */
function useMovedFocus(
  rows: readonly Row[],
): readonly [RefObject<HTMLFieldSetElement | null>, (to: string) => void] {
  const list = useRef<HTMLFieldSetElement>(null);
  const wanted = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it moves when the rows have changed
  useEffect(() => {
    if (wanted.current === null) return;
    [...(list.current?.querySelectorAll<HTMLElement>(wanted.current) ?? [])].at(-1)?.focus();
    wanted.current = null;
  }, [rows]);
  const move = (to: string) => {
    wanted.current = to;
  };
  return [list, move];
}

function Sum({ rows }: { rows: readonly Row[] }) {
  const [t, locale] = [useTranslations("works.register"), useLocale()];
  const parts = rows.map(({ share }) => bpsOf(share));
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  const whole = sum === SPLIT_TOTAL_BPS && !parts.includes(null);
  const gap = SPLIT_TOTAL_BPS - sum;
  const words = whole ? "whole" : gap > 0 ? "less" : gap < 0 ? "more" : "bad";
  return (
    <p role="status" className={whole ? "text-sm text-accent" : "text-sm text-waiting"}>
      {t(`sum.${words}`, { sum: bpsString(sum, locale), gap: bpsString(Math.abs(gap), locale) })}
    </p>
  );
}

function bpsOf(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** Equal shares; what cannot be divided goes, a hundredth of a percent each, to the first. */
function evenly(rows: readonly Row[]): readonly Row[] {
  const each = Math.floor(SPLIT_TOTAL_BPS / rows.length);
  const over = SPLIT_TOTAL_BPS - each * rows.length;
  return rows.map((row, index) => ({ ...row, share: percent(each + (index < over ? 1 : 0)) }));
}
