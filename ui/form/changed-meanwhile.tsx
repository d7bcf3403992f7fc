"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useContext, useEffect, useState } from "react";
import { Button } from "../button/button";
import { Banner } from "../page/banner";
import { Table, TBody, Td, THead, Th, Tr } from "../table/table";
import { InstantText } from "../text/numbers";
import type { Changed } from "./faults";
import { FormContext } from "./form-context";
import { type FieldValues, hasField, isSame, labelOf, setValues, valuesOf, wordsOf } from "./form-values";

/** Who changed what the form is about, and when: as far as the reader may know. */
export function ChangedBy({ changed: { by, at } }: { changed: Changed }) {
  const t = useTranslations("ui.changed");
  const kind = by === null ? "other" : by.name === null && by.kind !== "you" ? anonymous(by.kind) : by.kind;
  const name = () => (
    <span translate="no" className="font-medium">
      {by?.name}
    </span>
  );
  if (at === null) return t.rich(`by.${kind}`, { name });
  return (
    <>
      {t.rich(`by.${kind}`, { name })} <InstantText at={at} />
    </>
  );
}

const anonymous = (kind: NonNullable<Changed["by"]>["kind"]) =>
  kind === "person" ? ("other" as const) : kind === "key" ? ("someKey" as const) : kind;

type Row = Readonly<{ name: string; label: ReactNode; theirs: string; mine: string; touched: boolean }>;

/**
 * In a form whose save was refused because what it edits was changed since: what differs, and the two ways on. Fields the
 * reader did not touch take what is stored, so that saving on top takes nobody's change back unseen.
 */
export function ChangedMeanwhile({ changed }: { changed: Changed }) {
  const t = useTranslations("ui.changed");
  const { form, loaded, labels, decide } = useContext(FormContext);
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    const now = form.current;
    if (now === null) return;
    const mine = valuesOf(now);
    const differs = Object.entries(changed.fields).filter(
      ([name, theirs]) => hasField(now, name) && !isSame(theirs, mine[name]),
    );
    setRows(
      differs.map(([name, theirs]) => ({
        name,
        label: labels.get(name) ?? labelOf(now, name),
        theirs: wordsOf(now, name, theirs),
        mine: wordsOf(now, name, mine[name] ?? []),
        touched: !isSame(mine[name], loaded.current?.[name]),
      })),
    );
  }, [changed, form, labels, loaded]);
  const takeTheirs = (names: (row: Row) => boolean): void => {
    const now = form.current;
    if (now === null) return;
    const taken = rows.filter(names).map(({ name }) => [name, changed.fields[name] ?? []] as const);
    setValues(now, Object.fromEntries(taken));
  };
  const take = (how: "mine" | "theirs") => {
    takeTheirs((row) => how === "theirs" || !row.touched);
    loaded.current = { ...loaded.current, ...changed.fields } as FieldValues;
    decide(changed.version, how === "mine");
  };
  return (
    <Banner tone="waiting" title={<ChangedBy changed={changed} />}>
      <p>{t(rows.length === 0 ? "look" : "differs")}</p>
      {rows.length > 0 && (
        <div className="mt-3">
          <Table caption={t("caption")}>
            <THead>
              <Tr>
                <Th>{t("field")}</Th>
                <Th>{t("stored")}</Th>
                <Th>{t("yours")}</Th>
              </Tr>
            </THead>
            <TBody>
              {rows.map(({ name, label, theirs, mine, touched }) => (
                <Tr key={name}>
                  <Td>{label}</Td>
                  <Td label={t("stored")}>
                    <span className="break-words whitespace-pre-wrap">{theirs || "–"}</span>
                  </Td>
                  <Td label={t("yours")}>
                    {touched ? (
                      <span className="break-words whitespace-pre-wrap">{mine || "–"}</span>
                    ) : (
                      <span className="text-muted">{t("untouched")}</span>
                    )}
                  </Td>
                </Tr>
              ))}
            </TBody>
          </Table>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button type="button" size="sm" onClick={() => take("mine")}>
          {t("keepMine")}
        </Button>
        {rows.length > 0 && (
          <Button type="button" variant="secondary" size="sm" onClick={() => take("theirs")}>
            {t("takeTheirs")}
          </Button>
        )}
      </div>
    </Banner>
  );
}
