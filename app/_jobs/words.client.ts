import type { useTranslations } from "next-intl";
import type { JobView } from "@/modules/jobs/schema";

type Tone = "neutral" | "good" | "waiting" | "bad";
/** What `useTranslations("jobs")` and `await getTranslations("jobs")` give. */
export type JobWords = ReturnType<typeof useTranslations<"jobs">>;

/** What names a kind of job: a translator of a page, or of a mail. */
export type KindWords = ((key: "kind.manifest_check") => string) &
  Readonly<{ has: (key: "kind.manifest_check") => boolean }>;

export const JOB_TONES: Record<JobView["state"], Tone> = {
  queued: "neutral",
  running: "waiting",
  succeeded: "good",
  failed: "bad",
  cancelled: "neutral",
};

/** "manifest.check" → "Manifest check"; a kind or step without words of its own is shown by its name. */
export function kindText(t: KindWords, kind: string): string {
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
