"use client";
import { useState } from "react";
import { ActionForm, SubmitButton } from "@/ui/action-form";
import { Code } from "@/ui/code";
import { Field, Input, RadioGroup, Textarea } from "@/ui/field";
import { DateText } from "@/ui/numbers";
import { attest, check, type Started, start } from "../actions";

type Method = Started["proof"]["method"];
type MethodOption = { value: Method; label: string; hint: string };
type Waiting = { proofId: string; method: Method; target: string | null; expiresAt: string };

/** Choose how, place what is shown, let us look. A code is shown once; after a reload one can still check or get another. */
export function ProveHandle({
  handleId,
  methods,
  profileAddress,
  host,
  waiting,
}: {
  handleId: string;
  methods: readonly MethodOption[];
  profileAddress: string | null;
  host: string | null;
  waiting: Waiting | null;
}) {
  const [started, setStarted] = useState<Started | null>(null);
  const [method, setMethod] = useState<string>(methods.length === 1 ? (methods[0]?.value ?? "") : "");
  if (started !== null) return <Place started={started} again={() => setStarted(null)} />;
  return (
    <div className="flex flex-col gap-8">
      {waiting !== null && <StillWaiting waiting={waiting} />}
      <ActionForm action={start} onDone={(result) => result.ok && setStarted(result.value)}>
        <input type="hidden" name="handleId" value={handleId} />
        <RadioGroup
          label="How do you want to prove it?"
          name="method"
          options={methods}
          value={method}
          onValueChange={setMethod}
          required
        />
        {method === "page_code" && profileAddress === null && (
          <Field
            label="Address of your public page"
            name="target"
            hint={`A page on ${host ?? "the platform"} that is yours, shows without signing in, and whose address names the handle.`}
            required
          >
            <Input name="target" type="url" inputMode="url" placeholder={`https://${host ?? "…"}/user/…`} />
          </Field>
        )}
        {method === "page_code" && profileAddress !== null && (
          <p className="text-muted">
            The code goes on your own page, <span className="break-all">{profileAddress}</span>.
          </p>
        )}
        <SubmitButton pendingText="Making a code…" variant={waiting === null ? "primary" : "secondary"}>
          {waiting === null ? "Show me what to place" : "Get a new code"}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

function StillWaiting({ waiting }: { waiting: Waiting }) {
  return (
    <div className="flex flex-col gap-4 border-l-4 border-waiting pl-4">
      <p>
        A code waits to be found{waiting.target === null ? "" : " at "}
        <span className="break-all">{waiting.target}</span>. It is good until{" "}
        <DateText at={waiting.expiresAt} />.
        {waiting.method === "attestation"
          ? " Paste what the platform gave you:"
          : " Once you have placed it, let us look:"}
      </p>
      {waiting.method === "attestation" ? <PasteToken /> : <CheckNow proofId={waiting.proofId} />}
      <p className="text-muted">Codes are shown once. If you no longer have it, get a new one below.</p>
    </div>
  );
}

function Place({ started, again }: { started: Started; again: () => void }) {
  const { proof, place } = started;
  const isAttestation = proof.method === "attestation";
  return (
    <ol className="flex max-w-2xl flex-col gap-6">
      <Step number={1} title="Copy this">
        <Code label={isAttestation ? "Your code" : "Copy exactly"}>{place.text}</Code>
        <p className="mt-2 text-sm text-muted">
          Shown only now, good until <DateText at={proof.expiresAt} />. You may remove it once the handle is
          proved.
        </p>
      </Step>
      <Step number={2} title={isAttestation ? "Take it to the platform" : "Place it"}>
        <p className="break-words">{place.where}</p>
      </Step>
      <Step number={3} title={isAttestation ? "Paste the confirmation" : "Let us look"}>
        {isAttestation ? <PasteToken /> : <CheckNow proofId={proof.id} />}
        <button type="button" onClick={again} className="mt-4 py-0.5 text-sm text-accent underline">
          Choose another way
        </button>
      </Step>
    </ol>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: React.ReactNode }) {
  return (
    <li className="grid grid-cols-[2rem_1fr] gap-x-3">
      <span aria-hidden="true" className="font-serif text-xl text-muted tabular-nums">
        {number}
      </span>
      <div className="min-w-0">
        <h3 className="mb-2 text-base font-medium">{title}</h3>
        {children}
      </div>
    </li>
  );
}

function CheckNow({ proofId }: { proofId: string }) {
  return (
    <ActionForm action={check} className="flex flex-col gap-4" success="Found. The handle is proved.">
      <input type="hidden" name="proofId" value={proofId} />
      <SubmitButton pendingText="Looking…">Check now</SubmitButton>
    </ActionForm>
  );
}

function PasteToken() {
  return (
    <ActionForm action={attest} className="flex flex-col gap-4" success="Valid. The handle is proved.">
      <Field
        label="Signed confirmation"
        name="token"
        hint="Only if the platform did not send it to us itself. It starts with “ey”."
        required
      >
        <Textarea name="token" rows={5} spellCheck={false} className="font-mono text-sm" />
      </Field>
      <SubmitButton pendingText="Checking…">Check the confirmation</SubmitButton>
    </ActionForm>
  );
}
