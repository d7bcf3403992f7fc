"use client";
import { useTranslations } from "next-intl";
import {
  type ReactNode,
  type RefObject,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { Button, type ButtonSize, type ButtonVariant } from "../button/button";
import { Banner } from "../page/banner";
import type { FormResult } from "./faults";
import { FormContext, usePending } from "./form-context";
import { FormMessage } from "./form-message";
import { type FieldValues, valuesOf } from "./form-values";
import { useKeptWords } from "./use-kept-words";

type Result = FormResult | null;
/** How the reader went on after a refusal: from which version, until the form is saved. */
type Decided = Readonly<{ version: string; after: unknown; save: boolean }> | null;

/**
 * A form over a server action `(previous, formData) => ActionResult`. It posts without JavaScript too. With it, a refusal
 * keeps the typed values, shows faults at their Fields (several also as links at the top), and announces and focuses its
 * message.
 */
export function ActionForm<R extends FormResult>({
  action,
  success,
  onDone,
  keepAfterSuccess = false,
  loaded: loadedAbove,
  className,
  children,
}: {
  action: (previous: R | null, form: FormData) => Promise<R>;
  success?: ReactNode;
  onDone?: (result: R) => void;
  /** Most forms are emptied once they worked; settings keep what they show. */
  keepAfterSuccess?: boolean;
  /** What the fields said at first, where the form is laid out again with what a reader had typed. */
  loaded?: RefObject<FieldValues | null>;
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("ui.confirm");
  const [result, send, pending] = useActionState<R | null, FormData>(action as never, null);
  const form = useRef<HTMLFormElement>(null);
  const labels = useRef(new Map<string, ReactNode>()).current;
  const places = useRef(new Map<string, string>()).current;
  const own = useRef<FieldValues | null>(null);
  const loaded = loadedAbove ?? own;
  const [decided, setDecided] = useState<Decided>(null);
  const sent = useRef<FormData | null>(null);
  const restored = useKeptWords(form, result, loaded);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (form.current !== null) loaded.current ??= valuesOf(form.current);
  }, [loaded]);
  useEffect(() => {
    if (result === null) return;
    if (result.ok) {
      setDecided(null);
      if (form.current !== null) loaded.current = valuesOf(form.current);
      if (!keepAfterSuccess) form.current?.reset();
      done.current?.(result);
    } else {
      const faulty = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
      const message = form.current?.querySelector<HTMLElement>("[data-form-message]");
      (isSummary(result) ? message : (faulty ?? message))?.focus();
    }
  }, [result, keepAfterSuccess, loaded]);
  const resend = () => {
    const data = sent.current;
    if (data !== null) startTransition(() => send(data));
  };
  const shown = decided?.after === result && !decided.save ? null : result;
  const decide = (version: string, save: boolean) => {
    flushSync(() => setDecided({ version, after: result, save }));
    if (save) form.current?.requestSubmit();
  };
  return (
    <FormContext
      value={{
        ...{ result: result as Result, pending, labels, places, form, loaded, decide, resend },
        decided: decided?.version ?? null,
      }}
    >
      <form
        ref={form}
        action={send}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
          sent.current = data;
          startTransition(() => send(data));
        }}
        className={className ?? "flex max-w-xl flex-col gap-5"}
      >
        {restored && (
          <div role="status" className="col-span-full">
            <Banner>{t("kept")}</Banner>
          </div>
        )}
        {isSummary(shown) && <FormMessage result={shown} />}
        {children}
        {!isSummary(shown) && <FormMessage result={shown} success={success} />}
      </form>
    </FormContext>
  );
}

/** Several faults are listed above the fields, where reading starts; one is said at its field and by the button. */
const isSummary = (result: FormResult | null): boolean =>
  result !== null && !result.ok && result.changed === undefined && result.faults.length > 1;

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
