"use client";
import { type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button";
import type { FormResult } from "./faults";
import { FormContext, usePending } from "./form-context";
import { FormMessage } from "./form-message";

type Result = FormResult | null;

/**
 * A form over a server action `(previous, formData) => ActionResult`. It posts without JavaScript too; with it, what was
 * typed stays when the answer is a refusal, faults appear at their Field, and the message is announced and focused.
 */
export function ActionForm<R extends FormResult>({
  action,
  success,
  onDone,
  keepAfterSuccess = false,
  className,
  children,
}: {
  action: (previous: R | null, form: FormData) => Promise<R>;
  success?: ReactNode;
  onDone?: (result: R) => void;
  /** Most forms are emptied once they worked; settings keep what they show. */
  keepAfterSuccess?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const [result, send, pending] = useActionState<R | null, FormData>(action as never, null);
  const form = useRef<HTMLFormElement>(null);
  const labels = useRef(new Map<string, ReactNode>()).current;
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (result === null) return;
    if (result.ok) {
      if (!keepAfterSuccess) form.current?.reset();
      done.current?.(result);
    } else {
      const faulty = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
      (faulty ?? form.current?.querySelector<HTMLElement>("[data-form-message]"))?.focus();
    }
  }, [result, keepAfterSuccess]);
  return (
    <FormContext value={{ result: result as Result, pending, labels }}>
      <form
        ref={form}
        action={send}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
          startTransition(() => send(data));
        }}
        className={className ?? "flex max-w-xl flex-col gap-5"}
      >
        {children}
        <FormMessage result={result} success={success} />
      </form>
    </FormContext>
  );
}

/** The button of an ActionForm: it shows that the form is being sent and cannot be pressed twice. */
export function SubmitButton({
  children,
  pendingText,
  ...rest
}: {
  children: ReactNode;
  pendingText?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  name?: string;
  value?: string;
}) {
  const pending = usePending();
  return (
    <div>
      <Button type="submit" pending={pending} {...rest}>
        {pending ? (pendingText ?? children) : children}
      </Button>
    </div>
  );
}
