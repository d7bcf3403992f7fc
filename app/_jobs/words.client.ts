import type { _Translator } from "next-intl";
import type { Messages } from "@/app/_i18n/catalogues";
import type { JobView } from "@/modules/jobs/schema";

type Tone = "neutral" | "good" | "waiting" | "bad";
/** What `useTranslations("jobs")` and `await getTranslations("jobs")` give. */
export type JobWords = _Translator<Messages, "jobs">;

export const JOB_TONES: Record<JobView["state"], Tone> = {
  queued: "neutral",
  running: "waiting",
  succeeded: "good",
  failed: "bad",
  cancelled: "neutral",
};

/** "manifest.check" → "Manifest check"; a kind or step without words of its own is shown by its name. */
export function kindText(t: JobWords, kind: string): string {
  const key = `kind.${kind.replaceAll(".", "_")}` as "kind.manifest_check";
  return t.has(key) ? t(key) : nameText(kind);
}

export function phaseText(t: JobWords, name: string): string {
  const key = `phase.${name}` as "phase.check";
  return t.has(key) ? t(key) : nameText(name);
}

export function durationWords(t: JobWords, seconds: number): string {
  if (seconds < 1) return t("time.ms", { n: Math.max(1, Math.round(seconds * 100) * 10) });
  if (seconds < 60)
    return t("time.seconds", { n: seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t("time.minutes", { n: minutes });
  return t("time.hours", { h: Math.floor(minutes / 60), m: minutes % 60 });
}

function nameText(name: string): string {
  const words = name.replaceAll(/[-_.]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/* The same in English only, for pages that are not translated yet. */

export const JOB_STATES: Record<JobView["state"], { label: string; tone: Tone }> = {
  queued: { label: "Waiting", tone: "neutral" },
  running: { label: "Running", tone: "waiting" },
  succeeded: { label: "Done", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

export const kindLabel = (kind: string): string => nameText(kind);
