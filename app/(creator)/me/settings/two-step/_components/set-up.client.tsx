"use client";
import { useState } from "react";
import { LinkButton } from "@/ui/button/button";
import { ActionForm, SubmitButton } from "@/ui/form/action-form";
import { Field, Input } from "@/ui/input/field";
import { Code } from "@/ui/text/code";
import { type AppSecret, begin, confirm } from "../actions";
import { QrCode } from "./qr-code.client";
import { type CodesWords, ShownCodes } from "./shown-codes.client";

export type SetUpWords = CodesWords &
  Readonly<
    Record<
      | "begin"
      | "beginning"
      | "secret"
      | "secretHint"
      | "picture"
      | "open"
      | "code"
      | "codeHint"
      | "confirm"
      | "confirming"
      | "done",
      string
    >
  >;

/**
 * Shows the secret, asks for a first code, then shows the recovery codes. Each is shown once, so a person who leaves the page
 * starts over.
 */
export function SetUp({ words, doneHref }: { words: SetUpWords; doneHref: string }) {
  const [secret, setSecret] = useState<AppSecret | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <>
      <div role="status">
        {codes !== null && (
          <ShownCodes
            codes={codes}
            words={words}
            action={<LinkButton href={doneHref}>{words.done}</LinkButton>}
          />
        )}
      </div>
      {codes === null && secret === null && (
        <ActionForm action={begin} onDone={(result) => result.ok && setSecret(result.value)}>
          <SubmitButton pendingText={words.beginning}>{words.begin}</SubmitButton>
        </ActionForm>
      )}
      {codes === null && secret !== null && (
        <div className="flex max-w-xl flex-col gap-5">
          <p>{words.secretHint}</p>
          <QrCode text={secret.address} label={words.picture} />
          <Code label={words.secret}>{secret.secret}</Code>
          <p>
            <a href={secret.address} className="link py-1">
              {words.open}
            </a>
          </p>
          <ActionForm action={confirm} onDone={(result) => result.ok && setCodes(result.value.codes)}>
            <Field label={words.code} name="code" required hint={words.codeHint}>
              <Input name="code" className="font-mono" inputMode="numeric" autoComplete="one-time-code" />
            </Field>
            <SubmitButton pendingText={words.confirming}>{words.confirm}</SubmitButton>
          </ActionForm>
        </div>
      )}
    </>
  );
}
