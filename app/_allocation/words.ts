import type { AllocationWire } from "@/modules/allocation/schema";
import { grouped } from "@/ui/decimal";

type Tone = "neutral" | "good" | "waiting" | "bad";
type RunState = AllocationWire["state"];

export const RUN_STATES: Record<RunState, { label: string; tone: Tone }> = {
  queued: { label: "Waiting", tone: "neutral" },
  running: { label: "Running", tone: "waiting" },
  succeeded: { label: "Done", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

export const WEIGHTING_WORDS: Record<AllocationWire["rules"]["weighting"], { label: string; means: string }> =
  {
    per_item: { label: "Per item", means: "Every item weighs the same." },
    per_token: { label: "Per token", means: "An item weighs as many tokens as it has." },
    score_log: {
      label: "Tokens and score",
      means: "Tokens × (1 + ln(1 + score)); scores below zero count as zero.",
    },
    quality: { label: "Tokens and quality", means: "Tokens × the quality the platform gave the item." },
    equal: { label: "Equal", means: "Every contributor weighs the same, however much is theirs." },
  };

/** Millionths as a plain number, grouped: "1234693147" → "1,234.693147". */
export function millionths(text: string): string {
  const padded = text.padStart(7, "0");
  const fraction = padded.slice(-6).replace(/0+$/, "");
  return groupedDecimal(fraction === "" ? padded.slice(0, -6) : `${padded.slice(0, -6)}.${fraction}`);
}

/** Groups the whole part of a decimal and leaves its places as they are: nothing is rounded away. */
export function groupedDecimal(text: string): string {
  const [whole = "0", places] = text.split(".");
  return places === undefined ? grouped(whole) : `${grouped(whole)}.${places}`;
}

/** The standing of a run as a badge says it. */
export function standingOf(run: Pick<AllocationWire, "state" | "sealedAt" | "postedAt" | "whatIf">): {
  label: string;
  tone: Tone;
} {
  if (run.postedAt !== null) return { label: "On the books", tone: "good" };
  if (run.sealedAt !== null) return { label: "Sealed", tone: "good" };
  if (run.state !== "succeeded") return RUN_STATES[run.state];
  return run.whatIf ? { label: "What if", tone: "neutral" } : { label: "Preview", tone: "waiting" };
}
