import type { useTranslations } from "next-intl";
import { nameText } from "@/kernel/job-kinds";
import type { JobView } from "@/modules/jobs/schema";

type Tone = "neutral" | "good" | "waiting" | "bad";
/** What `useTranslations("jobs")` and `await getTranslations("jobs")` give. */
export type JobWords = ReturnType<typeof useTranslations<"jobs">>;

export const JOB_TONES: Record<JobView["state"], Tone> = {
  queued: "neutral",
  running: "waiting",
  succeeded: "good",
  failed: "bad",
  cancelled: "neutral",
};

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
