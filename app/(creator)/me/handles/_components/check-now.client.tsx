"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Field, Textarea } from "@/ui/field";
import { attest, check } from "../actions";

const PAUSE_MS = 60_000;
const LOOKS_MAX = 20;

/** Let us look now; or, while records spread, once a minute until it is there. */
export function CheckNow({ proofId }: { proofId: string }) {
  const t = useTranslations("works.prove");
  return (
    <div className="flex flex-col gap-3">
      <ActionForm action={check} className="flex flex-col gap-4" success={t("found")} keepAfterSuccess>
        <input type="hidden" name="proofId" value={proofId} />
        <SubmitButton pendingText={t("checking")}>{t("check")}</SubmitButton>
      </ActionForm>
      <KeepLooking proofId={proofId} />
    </div>
  );
}

/** Only when asked to, only while the page is open, and never more often than once a minute. */
function KeepLooking({ proofId }: { proofId: string }) {
  const t = useTranslations("works.prove");
  const [on, setOn] = useState(false);
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(async () => {
      const form = new FormData();
      form.set("proofId", proofId);
      const answer = await check(null, form).catch(() => null);
      setLooks((count) => count + 1);
      if (answer?.ok) setOn(false);
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [on, proofId]);
  useEffect(() => {
    if (looks >= LOOKS_MAX) setOn(false);
  }, [looks]);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        type="button"
        variant="quiet"
        size="sm"
        className="-ml-3"
        aria-pressed={on}
        onClick={() => {
          if (!on) setLooks(0);
          setOn(!on);
        }}
      >
        {t(on ? "stop" : "keep")}
      </Button>
      <p role="status" className="text-sm text-muted">
        {on ? t("keeping", { n: looks }) : looks >= LOOKS_MAX ? t("keepEnd", { n: looks }) : ""}
      </p>
    </div>
  );
}

export function PasteToken() {
  const t = useTranslations("works.prove");
  return (
    <ActionForm action={attest} className="flex flex-col gap-4" success={t("tokenFound")}>
      <Field label={t("token")} name="token" hint={t("tokenHint")} required>
        <Textarea name="token" rows={5} spellCheck={false} className="font-mono text-sm" />
      </Field>
      <SubmitButton pendingText={t("tokenChecking")}>{t("tokenCheck")}</SubmitButton>
    </ActionForm>
  );
}
