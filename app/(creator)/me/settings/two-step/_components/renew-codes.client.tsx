"use client";
import { type ReactNode, useState } from "react";
import { ActionForm } from "@/ui/form/action-form";
import { renew } from "../actions";
import { type CodesWords, ShownCodes } from "./shown-codes.client";

/** New recovery codes against a code; `children` are the form's field and button. */
export function RenewCodes({ words, children }: { words: CodesWords; children: ReactNode }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <>
      <div role="status">{codes !== null && <ShownCodes codes={codes} words={words} />}</div>
      {codes === null && (
        <ActionForm action={renew} onDone={(result) => result.ok && setCodes(result.value.codes)}>
          {children}
        </ActionForm>
      )}
    </>
  );
}
