"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { describeDraft, type TermsEditorWire, type TermsJson } from "@/modules/consent/schema";
import { useKeptKey } from "@/ui/form/confirming";
import type { FormResult } from "@/ui/form/faults";
import { FormMessage } from "@/ui/form/form-message";
import { keep, takeKept } from "@/ui/form/kept-values";
import { DateText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";
import { saveTerms, takeBackTerms } from "../actions";
import type { Saving } from "./review.client";
import { TermsChanged } from "./terms-changed.client";

type KeptTerms = Readonly<{ terms: TermsJson; start: string; note: string }>;
type Done = Readonly<{ versionId: string; start: string; withdrawn: boolean }>;

/** Saving a draft, or withdrawing when it says nothing: the same one step. `forget` clears the last answer. */
export function useSaving(
  scope: TermsEditorWire["scopes"][number],
  terms: TermsJson,
  take: (stored: TermsJson | null) => void,
): { form: Saving; kept: boolean; forget: () => void } {
  const router = useRouter();
  const [saving, startSaving] = useTransition();
  const [start, setStart] = useState("");
  const [note, setNote] = useState("");
  const [result, setResult] = useState<FormResult | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const page = useKeptKey(`/me/terms:${scope.key}`);
  const [kept, setKept] = useState(false);
  const putBack = useRef(take);
  putBack.current = take;
  useEffect(() => {
    const words = page === null ? null : (takeKept(page) as KeptTerms | null);
    if (words === null) return;
    putBack.current(words.terms);
    setStart(words.start);
    setNote(words.note);
    setKept(true);
  }, [page]);
  const [seen, setSeen] = useState(scope.scopeVersion);
  const { silent } = describeDraft(terms, null, [], false);
  const onSave = () =>
    startSaving(async () => {
      const common = {
        scope: scope.scope,
        version: seen,
        ...(start === "" ? {} : { effectiveFrom: `${start}T00:00:00Z` }),
        ...(note.trim() === "" ? {} : { note }),
      };
      const answer = silent ? await takeBackTerms(common) : await saveTerms({ ...common, terms });
      setResult(answer);
      if (!answer.ok) {
        if (page !== null && answer.code === "STEP_UP_REQUIRED") keep(page, { terms, start, note });
        return;
      }
      if (page !== null) takeKept(page);
      setSeen(answer.value.version);
      setDone({ versionId: answer.value.id, start, withdrawn: silent });
      setNote("");
      router.refresh();
    });
  const changed = result !== null && !result.ok ? result.changed : undefined;
  const message =
    changed === undefined ? (
      <FormMessage
        result={result}
        onConfirmed={onSave}
        success={done === null ? undefined : <Saved done={done} />}
      />
    ) : (
      <TermsChanged
        changed={changed}
        mine={terms}
        onKeep={() => {
          setSeen(changed.version);
          setResult(null);
        }}
        onTake={(stored) => {
          setSeen(changed.version);
          setResult(null);
          take(stored);
        }}
      />
    );
  const form = { start, onStart: setStart, note, onNote: setNote, saving, onSave, message };
  return { form, kept: kept && done === null, forget: () => setResult(null) };
}

function Saved({ done }: { done: Done }) {
  const t = useTranslations("terms.review");
  const receipt = (chunks: ReactNode) => (
    <TextLink href={`/me/terms/versions/${done.versionId}`}>{chunks}</TextLink>
  );
  if (done.start !== "")
    return t.rich("savedLater", { receipt, day: () => <DateText at={`${done.start}T00:00:00Z`} /> });
  return t.rich(done.withdrawn ? "withdrawn" : "saved", { receipt });
}
