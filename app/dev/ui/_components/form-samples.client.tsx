"use client";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { FormMessage } from "@/ui/form/form-message";
import { Checkbox, Field, Input, RadioGroup, Select, Textarea } from "@/ui/input/field";
import { Section } from "@/ui/page/page";

const REFUSED = {
  ok: false as const,
  code: "INVALID_INPUT",
  message: "The request is not as expected.",
  faults: [{ path: "share", message: "The shares must add up to 100%." }],
  requestId: "6f1c1f0e-7a55-4b4e-9d7e-000000000000",
};

export function FormSamples() {
  return (
    <Section title="Forms" lead="Sending this form is always refused, so the refusal can be looked at.">
      <div className="grid gap-10 lg:grid-cols-2">
        <ActionForm action={async () => REFUSED}>
          <Field label="Handle" hint="As it is written on the platform." required>
            <Input name="handle" placeholder="maria_writes" />
          </Field>
          <Field label="Share" name="share">
            <Input name="share" numeric suffix="%" defaultValue="62.5" />
          </Field>
          <Field label="Platform" optional>
            <Select
              name="platform"
              options={[
                { value: "a", label: "Harbour Forum" },
                { value: "b", label: "A platform with quite a long name that has to fit" },
              ]}
            />
          </Field>
          <Field label="Reason" error="Say why, in a sentence.">
            <Textarea name="reason" />
          </Field>
          <RadioGroup
            label="For this deal"
            name="choice"
            options={[
              { value: "join", label: "Join", hint: "Your rows are used and paid." },
              { value: "object", label: "Object", hint: "Your rows are left out." },
              { value: "other", label: "Something else", disabled: true },
            ]}
          />
          <Checkbox name="sure" label="I have read what cannot be undone" hint="It is written above." />
          <SubmitButton pendingText="Sending">Send</SubmitButton>
        </ActionForm>
        <div className="flex flex-col gap-5">
          <FormMessage result={{ ok: true }} success="Saved." />
          <FormMessage result={REFUSED} />
          <Field label="Disabled">
            <Input disabled value="Cannot be changed" />
          </Field>
        </div>
      </div>
    </Section>
  );
}
