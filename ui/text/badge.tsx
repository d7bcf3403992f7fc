import type { ReactNode } from "react";
import { cx } from "../cx";
import type { Tone } from "../page/banner";

const TEXT: Record<Tone, string> = {
  neutral: "text-muted bg-wash",
  good: "text-accent bg-accent-wash",
  waiting: "text-waiting bg-waiting-wash",
  bad: "text-refusal bg-refusal-wash",
};

/** A state in a word or two. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded px-2 py-0.5 align-middle text-[0.8125rem] leading-5 font-medium sm:whitespace-nowrap",
        TEXT[tone],
      )}
    >
      <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />
      {children}
    </span>
  );
}
