"use client";
import { useState } from "react";
import { LIMITS } from "@/kernel/limits";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Checkbox, CheckboxGroup, Field, Input, RadioGroup, Select } from "@/ui/input/field";
import { Banner } from "@/ui/page/banner";
import { Code } from "@/ui/text/code";
import { type CreatedKey, createKey } from "./actions";

type Choice = Readonly<{ value: string; label: string }>;
export type KeyFormWords = Readonly<
  Record<
    | "ready"
    | "secret"
    | "use"
    | "name"
    | "nameHint"
    | "namePlaceholder"
    | "expiry"
    | "expiryHint"
    | "mayDo"
    | "readOnly"
    | "readOnlyHint"
    | "all"
    | "allHint"
    | "chosen"
    | "scopes"
    | "submit"
    | "pending",
    string
  >
>;

/** Makes a key and shows its secret, the only time it can be seen. */
export function NewKeyForm({
  organisationId,
  words,
  scopes,
  expiries,
}: {
  organisationId: string | null;
  /** What the form says, in the page's language; "{name}" in `ready` is where the key's name goes. */
  words: KeyFormWords;
  scopes: readonly Choice[];
  expiries: readonly Choice[];
}) {
  const [made, setMade] = useState<CreatedKey | null>(null);
  const [preset, setPreset] = useState("read_only");
  return (
    <div>
      <div role="status" className={made?.secret ? "mb-6" : undefined}>
        {made?.secret && (
          <Banner tone="good" title={words.ready.replace("{name}", made.name)}>
            <Code label={words.secret}>{made.secret}</Code>
            <p className="mt-2 text-sm text-muted">{words.use}</p>
          </Banner>
        )}
      </div>
      <ActionForm
        action={createKey}
        onDone={(result) => {
          if (result.ok) setMade(result.value);
          setPreset("read_only");
        }}
      >
        <input type="hidden" name="organisationId" value={organisationId ?? ""} />
        <Field label={words.name} name="name" required hint={words.nameHint}>
          <Input name="name" autoComplete="off" placeholder={words.namePlaceholder} />
        </Field>
        <RadioGroup
          label={words.mayDo}
          name="preset"
          value={preset}
          onValueChange={setPreset}
          options={[
            { value: "read_only", label: words.readOnly, hint: words.readOnlyHint },
            { value: "all", label: words.all, hint: words.allHint },
            { value: "chosen", label: words.chosen },
          ]}
        />
        {preset === "chosen" && (
          <CheckboxGroup legend={words.scopes} name="scopes">
            {scopes.map(({ value, label }) => (
              <Checkbox key={value} name="scopes" value={value} label={label} />
            ))}
          </CheckboxGroup>
        )}
        <Field label={words.expiry} name="expiresInDays" hint={words.expiryHint}>
          <Select name="expiresInDays" options={expiries} defaultValue={String(LIMITS.apiKeyDaysDefault)} />
        </Field>
        <SubmitButton pendingText={words.pending}>{words.submit}</SubmitButton>
      </ActionForm>
    </div>
  );
}
