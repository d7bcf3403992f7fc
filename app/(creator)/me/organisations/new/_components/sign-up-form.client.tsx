"use client";
import { useState } from "react";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Field, Input, RadioGroup } from "@/ui/field";
import { signUp } from "../actions";

type Options = readonly Readonly<{ value: string; label: string; hint: string }>[];

/** What a platform alone is asked appears once that is chosen. */
export function SignUpForm({ kinds, handleCases }: { kinds: Options; handleCases: Options }) {
  const [kind, setKind] = useState("");
  return (
    <ActionForm action={signUp}>
      <RadioGroup
        label="What it is"
        name="kind"
        required
        options={kinds}
        value={kind}
        onValueChange={setKind}
      />
      <Field label="Name" name="name" required>
        <Input name="name" autoComplete="organization" maxLength={200} />
      </Field>
      {kind === "platform" && (
        <>
          <Field
            label="Host"
            name="host"
            optional
            hint="Where what people wrote can be found, such as forum.example. Rows of a manifest from elsewhere are rejected."
          >
            <Input name="host" autoComplete="off" inputMode="url" placeholder="forum.example" />
          </Field>
          <RadioGroup
            label="How members' names compare"
            name="handleCase"
            required
            defaultValue="insensitive"
            options={handleCases}
          />
        </>
      )}
      <SubmitButton pendingText="Signing up…">Sign up</SubmitButton>
    </ActionForm>
  );
}
