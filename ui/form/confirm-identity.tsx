"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useContext, useEffect, useState, useTransition } from "react";
import { Button } from "../button/button";
import { Field, Input } from "../input/field";
import { type Confirming, ConfirmingContext } from "./confirming";
import { SignInAgain } from "./sign-in-again";

type Ways = Awaited<ReturnType<Confirming["ways"]>>;

/**
 * Where a form is refused for want of a recent sign-in: the code of the app, or a mailed link, right here, so that nothing
 * typed is left behind. `onConfirmed` sends the form again.
 */
export function ConfirmIdentity({ onConfirmed }: { onConfirmed: () => void }) {
  const confirming = useContext(ConfirmingContext);
  const [ways, setWays] = useState<Ways | null>(null);
  useEffect(() => {
    let left = false;
    confirming
      ?.ways()
      .then((found) => !left && setWays(found))
      .catch(() => {});
    return () => {
      left = true;
    };
  }, [confirming]);
  return (
    <div className="mt-3 flex flex-col gap-3">
      {confirming !== null && ways?.code && <ByCode confirming={confirming} onConfirmed={onConfirmed} />}
      {confirming !== null && ways !== null && !ways.code && ways.email !== null && (
        <ByMail confirming={confirming} email={ways.email} onConfirmed={onConfirmed} />
      )}
      <SignInAgain />
    </div>
  );
}

/** A button that opens the same in place, for a page that says beforehand that it will be asked. What is typed stays. */
export function ConfirmHere({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  if (open) return <ConfirmIdentity onConfirmed={() => router.refresh()} />;
  return (
    <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
      {children}
    </Button>
  );
}

/** A form in a form is none, so the field has no name and Enter is heard here. */
function ByCode({ confirming, onConfirmed }: { confirming: Confirming; onConfirmed: () => void }) {
  const t = useTranslations("ui.confirm");
  const [code, setCode] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, startBusy] = useTransition();
  const send = () =>
    startBusy(async () => {
      const answer = await confirming.byCode(code);
      if (answer.ok) onConfirmed();
      else setFault(answer.faults[0]?.message ?? answer.message);
    });
  return (
    <div className="flex max-w-sm flex-col gap-3">
      <Field label={t("code")} hint={t("codeHint")} error={fault}>
        <Input
          value={code}
          className="font-mono"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          onChange={(event) => setCode(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            send();
          }}
        />
      </Field>
      <div>
        <Button type="button" size="sm" pending={busy} onClick={send}>
          {t("confirm")}
        </Button>
      </div>
    </div>
  );
}

function ByMail({
  confirming,
  email,
  onConfirmed,
}: {
  confirming: Confirming;
  email: string;
  onConfirmed: () => void;
}) {
  const t = useTranslations("ui.confirm");
  const [mailed, setMailed] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, startBusy] = useTransition();
  const send = () =>
    startBusy(async () => {
      const answer = await confirming.byMail(location.pathname + location.search);
      setMailed(answer.ok);
      setFault(answer.ok ? null : answer.message);
    });
  const address = () => <span translate="no">{email}</span>;
  return (
    <div role="status" className="flex flex-col items-start gap-2">
      {mailed ? (
        <>
          <p>{t.rich("mailed", { address })}</p>
          <Button type="button" size="sm" onClick={onConfirmed}>
            {t("again")}
          </Button>
        </>
      ) : (
        <Button type="button" size="sm" pending={busy} onClick={send}>
          {t.rich("mail", { address })}
        </Button>
      )}
      {fault !== null && <p className="text-sm font-medium text-refusal">{fault}</p>}
    </div>
  );
}
