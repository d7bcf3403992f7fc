"use client";
import { useState } from "react";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input, RadioGroup } from "@/ui/input/field";
import { signUp } from "../actions";

type Options = readonly Readonly<{ value: string; label: string; hint: string }>[];

/** What a platform alone is asked appears once that is chosen. */
export function SignUpForm({
  kinds,
  handleCases,
  words,
}: {
  kinds: Options;
  handleCases: Options;
  words: Readonly<Record<"kind" | "name" | "host" | "hostHint" | "compare" | "submit" | "pending", string>>;
}) {
  const [kind, setKind] = useState("");
  return (
    <ActionForm action={signUp}>
      <RadioGroup
        label={words.kind}
        name="kind"
        required
        options={kinds}
        value={kind}
        onValueChange={setKind}
      />
      <Field label={words.name} name="name" required>
        <Input name="name" autoComplete="organization" />
      </Field>
      {kind === "platform" && (
        <>
          <Field label={words.host} name="host" optional hint={words.hostHint}>
            <Input name="host" autoComplete="off" inputMode="url" placeholder="forum.example" />
          </Field>
          <RadioGroup
            label={words.compare}
            name="handleCase"
            required
            defaultValue="insensitive"
            options={handleCases}
          />
        </>
      )}
      <SubmitButton pendingText={words.pending}>{words.submit}</SubmitButton>
    </ActionForm>
  );
}
