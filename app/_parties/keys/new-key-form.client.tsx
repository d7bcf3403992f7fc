"use client";
import { useState } from "react";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Banner } from "@/ui/banner";
import { Code } from "@/ui/code";
import { Checkbox, Field, Input, RadioGroup } from "@/ui/field";
import { type CreatedKey, createKey } from "./actions";

type Scope = Readonly<{ value: string; label: string }>;

/** Makes a key and shows its secret, the only time it can be seen. */
export function NewKeyForm({
  organisationId,
  scopes,
}: {
  organisationId: string | null;
  scopes: readonly Scope[];
}) {
  const [made, setMade] = useState<CreatedKey | null>(null);
  const [preset, setPreset] = useState("read_only");
  return (
    <div>
      <div role="status" className={made?.secret ? "mb-6" : undefined}>
        {made?.secret && (
          <Banner tone="good" title={`“${made.name}” is ready. Copy it now: it is never shown again.`}>
            <Code label="API key">{made.secret}</Code>
            <p className="mt-2 text-sm text-muted">
              Send it as <code className="font-mono">Authorization: Bearer …</code>. Whoever has it can do
              what it allows: keep it in a secret store, not in code.
            </p>
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
        <Field label="Name" name="name" required hint="Where it will be used, so that you know it again.">
          <Input name="name" maxLength={200} autoComplete="off" placeholder="nightly export" />
        </Field>
        <RadioGroup
          label="What it may do"
          name="preset"
          value={preset}
          onValueChange={setPreset}
          options={[
            { value: "read_only", label: "Read only", hint: "Sees what you see, changes nothing." },
            {
              value: "all",
              label: "Everything you may do",
              hint: "Also what moves money and changes consent.",
            },
            { value: "chosen", label: "Chosen scopes" },
          ]}
        />
        {preset === "chosen" && (
          <fieldset>
            <legend className="text-sm font-medium">Scopes</legend>
            <div className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
              {scopes.map(({ value, label }) => (
                <Checkbox key={value} name="scopes" value={value} label={label} />
              ))}
            </div>
          </fieldset>
        )}
        <SubmitButton pendingText="Making the key…">Make the key</SubmitButton>
      </ActionForm>
    </div>
  );
}
