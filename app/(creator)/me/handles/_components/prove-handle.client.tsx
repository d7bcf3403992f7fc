"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Field, Input, RadioGroup } from "@/ui/field";
import { DateText } from "@/ui/numbers";
import { type Started, start } from "../actions";
import { CheckNow, PasteToken } from "./check-now.client";
import { Place } from "./place-proof.client";
import type { Method, ProvedHandle } from "./proved-handle.client";

type Waiting = { proofId: string; method: Method; target: string | null; expiresAt: string };

/** Choose how, place what is shown, let us look. A code is shown once; after a reload one can still check or get another. */
export function ProveHandle({ handle, waiting }: { handle: ProvedHandle; waiting: Waiting | null }) {
  const t = useTranslations("works");
  const [started, setStarted] = useState<Started | null>(null);
  const [method, setMethod] = useState<string>(handle.methods.length === 1 ? (handle.methods[0] ?? "") : "");
  if (started !== null) return <Place started={started} handle={handle} again={() => setStarted(null)} />;
  const options = handle.methods.map((value) => ({
    value,
    label: t(`method.${value}.name`),
    hint: t.rich(`method.${value}.means`, { code: () => <code translate="no">{"<meta>"}</code> }),
  }));
  return (
    <div className="flex flex-col gap-8">
      {waiting !== null && <StillWaiting waiting={waiting} />}
      <ActionForm action={start} onDone={(result) => result.ok && setStarted(result.value)}>
        <input type="hidden" name="handleId" value={handle.id} />
        <RadioGroup
          label={t("prove.how")}
          name="method"
          options={options}
          value={method}
          onValueChange={setMethod}
          required
        />
        {method === "page_code" && <PageOf handle={handle} />}
        <SubmitButton pendingText={t("prove.making")} variant={waiting === null ? "primary" : "secondary"}>
          {waiting === null ? t("prove.show") : t("prove.newCode")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

function PageOf({ handle }: { handle: ProvedHandle }) {
  const t = useTranslations("works.prove");
  const { host, profileAddress } = handle;
  if (profileAddress !== null)
    return (
      <p className="text-muted">
        {t.rich("ownPage", {
          page: () => (
            <span translate="no" className="break-all">
              {profileAddress}
            </span>
          ),
        })}
      </p>
    );
  return (
    <Field
      label={t("pageAddress")}
      name="target"
      hint={t.rich("pageHint", {
        host: () => (host === null ? t("thePlatform") : <span translate="no">{host}</span>),
      })}
      required
    >
      <Input name="target" type="url" inputMode="url" placeholder={`https://${host ?? "…"}/user/…`} />
    </Field>
  );
}

function StillWaiting({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("works.prove");
  const day = () => <DateText at={waiting.expiresAt} />;
  const isAttestation = waiting.method === "attestation";
  return (
    <div className="flex flex-col gap-4 border-l-4 border-waiting pl-4">
      <p>
        {waiting.target === null
          ? t.rich("waits", { day })
          : t.rich("waitsAt", {
              day,
              target: () => (
                <span translate="no" className="break-all">
                  {waiting.target}
                </span>
              ),
            })}{" "}
        {t(isAttestation ? "pasteIt" : "placed")}
      </p>
      {isAttestation ? <PasteToken /> : <CheckNow proofId={waiting.proofId} />}
      <p className="text-muted">{t("once")}</p>
    </div>
  );
}
