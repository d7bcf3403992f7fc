"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { Code } from "@/ui/code";
import { DateText } from "@/ui/numbers";
import type { Started } from "../actions";
import { CheckNow, PasteToken } from "./check-now.client";
import type { ProvedHandle } from "./proved-handle.client";

/** The three steps of one proof, with the code that is shown only now. */
export function Place({
  started,
  handle,
  again,
}: {
  started: Started;
  handle: ProvedHandle;
  again: () => void;
}) {
  const t = useTranslations("works.prove");
  const { proof, place } = started;
  const isAttestation = proof.method === "attestation";
  return (
    <ol className="flex max-w-2xl flex-col gap-6">
      <Step number={1} title={t("copy")}>
        <div translate="no">
          <Code label={t(isAttestation ? "yourCode" : "exactly")}>{place.text}</Code>
        </div>
        <p className="mt-2 text-sm text-muted">
          {t.rich("shownOnce", { day: () => <DateText at={proof.expiresAt} /> })}
        </p>
      </Step>
      <Step number={2} title={t(isAttestation ? "take" : "place")}>
        <Where started={started} handle={handle} />
      </Step>
      <Step number={3} title={t(isAttestation ? "paste" : "look")}>
        {isAttestation ? <PasteToken /> : <CheckNow proofId={proof.id} />}
        <Button type="button" variant="quiet" size="sm" onClick={again} className="mt-3 -ml-3">
          {t("other")}
        </Button>
      </Step>
    </ol>
  );
}

function Where({ started, handle }: { started: Started; handle: ProvedHandle }) {
  const t = useTranslations("works.prove.where");
  const { method, target } = started.proof;
  const exact = (text: string) => () => (
    <span translate="no" className="font-medium break-all">
      {text}
    </span>
  );
  return (
    <p className="break-words">
      {t.rich(method, {
        target: exact(addressOf(method, target ?? "")),
        alternative: exact(`_remit-verify.${target}`),
        platform: exact(handle.platform),
        handle: exact(handle.name),
      })}
    </p>
  );
}

function addressOf(method: Started["proof"]["method"], target: string): string {
  if (method === "well_known") return `https://${target}/.well-known/remit-verify.txt`;
  return method === "meta_tag" ? `https://${target}/` : target;
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
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
