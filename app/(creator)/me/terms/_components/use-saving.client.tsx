"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { describeDraft, type TermsEditorWire, type TermsJson } from "@/modules/consent/schema";
import type { FormResult } from "@/ui/faults";
import { FormMessage } from "@/ui/form-message";
import { DateText } from "@/ui/numbers";
import { TextLink } from "@/ui/text-link";
import { saveTerms, takeBackTerms } from "../actions";
import type { Saving } from "./review.client";

type Done = Readonly<{ versionId: string; start: string; withdrawn: boolean }>;

/** Saving a draft, or withdrawing when it says nothing: the same one step. `forget` clears the last answer. */
export function useSaving(
  scope: TermsEditorWire["scopes"][number],
  terms: TermsJson,
): { form: Saving; forget: () => void } {
  const router = useRouter();
  const [saving, startSaving] = useTransition();
  const [start, setStart] = useState("");
  const [note, setNote] = useState("");
  const [result, setResult] = useState<FormResult | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { silent } = describeDraft(terms, null, [], false);
  const onSave = () =>
    startSaving(async () => {
      const common = {
        scope: scope.scope,
        expects: scope.version?.id ?? null,
        ...(start === "" ? {} : { effectiveFrom: `${start}T00:00:00Z` }),
        ...(note.trim() === "" ? {} : { note }),
      };
      const answer = silent ? await takeBackTerms(common) : await saveTerms({ ...common, terms });
      setResult(answer);
      if (!answer.ok) return;
      setDone({ versionId: answer.value.id, start, withdrawn: silent });
      setNote("");
      router.refresh();
    });
  const message = <FormMessage result={result} success={done === null ? undefined : <Saved done={done} />} />;
  const form = { start, onStart: setStart, note, onNote: setNote, saving, onSave, message };
  return { form, forget: () => setResult(null) };
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
