"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Textarea } from "@/ui/input/field";
import { attest, check } from "../actions";

/** Lets us look now. The outcome is what the page says under it. */
export function CheckNow({ proofId }: { proofId: string }) {
  const t = useTranslations("works.prove");
  return (
    <ActionForm action={check} className="flex flex-col gap-4" keepAfterSuccess>
      <input type="hidden" name="proofId" value={proofId} />
      <SubmitButton pendingText={t("checking")}>{t("check")}</SubmitButton>
    </ActionForm>
  );
}

export function PasteToken() {
  const t = useTranslations("works.prove");
  return (
    <ActionForm action={attest} className="mt-3 flex flex-col gap-4">
      <Field label={t("token")} name="token" hint={t("tokenHint")} required>
        <Textarea name="token" rows={5} spellCheck={false} className="font-mono text-sm" />
      </Field>
      <SubmitButton variant="secondary" pendingText={t("tokenChecking")}>
        {t("tokenCheck")}
      </SubmitButton>
    </ActionForm>
  );
}

const REFRESH_MS = 30_000;

/** Shows what the worker, or the platform, brought about meanwhile, while somebody looks at the page. */
export function KeepFresh() {
  const { refresh } = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  return null;
}

/** Takes the focus when what it says changes, so that nobody who cannot see it misses it. */
export function FocusOnChange({ value, children }: { value: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(value);
  useEffect(() => {
    if (shown.current === value) return;
    shown.current = value;
    box.current?.focus();
  }, [value]);
  return (
    <div ref={box} tabIndex={-1} className="stack rounded empty:hidden">
      {children}
    </div>
  );
}
