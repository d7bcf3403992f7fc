"use client";
import { useRef, useState } from "react";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Field, Input, Select } from "@/ui/field";
import { register } from "../actions";
import { AuthorRows } from "./author-rows.client";

type Option = { value: string; label: string };
type Scheme = Option & { example: string };

/** A work with any number of identifiers and authors. Rows keep their inputs when others come and go. */
export function RegisterWorkForm({
  myName,
  kinds,
  schemes,
}: {
  myName: string;
  kinds: readonly Option[];
  schemes: readonly Scheme[];
}) {
  return (
    <ActionForm action={register} className="flex max-w-3xl flex-col gap-8">
      <Field label="Title" name="title" required>
        <Input name="title" maxLength={500} autoComplete="off" />
      </Field>
      <Field label="Kind" name="kind" required>
        <Select
          name="kind"
          defaultValue=""
          options={[{ value: "", label: "Choose…", disabled: true }, ...kinds]}
        />
      </Field>
      <IdentifierRows schemes={schemes} />
      <AuthorRows myName={myName} />
      <SubmitButton pendingText="Registering…">Register the work</SubmitButton>
    </ActionForm>
  );
}

function IdentifierRows({ schemes }: { schemes: readonly Scheme[] }) {
  const counter = useRef(1);
  const [rows, setRows] = useState([{ key: 0, scheme: schemes[0]?.value ?? "" }]);
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="font-serif text-lg font-semibold">What it is recognised by</legend>
      <p className="text-sm text-muted">
        Rows of a platform's manifest that carry one of these count as this work, when they are under one of
        the authors' proved handles.
      </p>
      {rows.map((row, index) => (
        <div key={row.key} className="grid items-start gap-3 sm:grid-cols-[14rem_1fr_auto]">
          <Field label="By" name={`identifiers.${index}.scheme`}>
            <Select
              name="scheme"
              value={row.scheme}
              onChange={(event) => {
                const scheme = event.currentTarget.value;
                setRows(rows.map((other) => (other.key === row.key ? { ...other, scheme } : other)));
              }}
              options={schemes}
            />
          </Field>
          <Field label="Identifier" name={`identifiers.${index}.value`} required>
            <Input
              name="value"
              autoComplete="off"
              spellCheck={false}
              placeholder={schemes.find(({ value }) => value === row.scheme)?.example}
            />
          </Field>
          {rows.length > 1 && (
            <Button
              type="button"
              variant="quiet"
              className="justify-self-start sm:mt-6.5"
              aria-label={`Remove identifier ${index + 1}`}
              onClick={() => setRows(rows.filter((other) => other.key !== row.key))}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button
          type="button"
          variant="secondary"
          size="sm"
          onClick={() => {
            setRows([...rows, { key: counter.current, scheme: rows.at(-1)?.scheme ?? "" }]);
            counter.current += 1;
          }}
        >
          Add an identifier
        </Button>
      </div>
    </fieldset>
  );
}
