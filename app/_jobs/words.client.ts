import type { JobView } from "@/modules/jobs/schema";

type Tone = "neutral" | "good" | "waiting" | "bad";

export const JOB_STATES: Record<JobView["state"], { label: string; tone: Tone }> = {
  queued: { label: "Waiting", tone: "neutral" },
  running: { label: "Running", tone: "waiting" },
  succeeded: { label: "Done", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

/** "manifest.check" → "Manifest check": what a job does, for people. */
export function kindLabel(kind: string): string {
  return phaseLabel(kind.replaceAll(".", " "));
}

export function phaseLabel(name: string): string {
  const words = name.replaceAll(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}
