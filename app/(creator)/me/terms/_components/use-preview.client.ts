"use client";
import { useEffect, useState } from "react";
import type { TermsEditorWire, TermsJson } from "@/modules/consent/schema";
import { previewDeals, type TermsPreview } from "../actions";

const PAUSE_MS = 600;

export type PreviewState =
  | Readonly<{ kind: "looking" }>
  | Readonly<{ kind: "failed" }>
  | Readonly<{ kind: "seen"; preview: TermsPreview }>;

/** The effect of the draft on deals that are not sealed yet; fetched again shortly after each change. */
export function usePreview(
  scope: TermsEditorWire["scopes"][number]["scope"],
  terms: TermsJson | null,
): PreviewState {
  const [state, setState] = useState<PreviewState>({ kind: "looking" });
  const asked = JSON.stringify({ scope, terms });
  useEffect(() => {
    let left = false;
    // The last result is of an older draft, so it must not be shown next to this one.
    setState({ kind: "looking" });
    const timer = setTimeout(async () => {
      const answer = await previewDeals(JSON.parse(asked)).catch(() => null);
      if (left) return;
      setState(answer?.ok ? { kind: "seen", preview: answer.value } : { kind: "failed" });
    }, PAUSE_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return state;
}
