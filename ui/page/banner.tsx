import type { ReactNode } from "react";
import { cx } from "../cx";

export type Tone = "neutral" | "good" | "waiting" | "bad";

const TONES: Record<Tone, string> = {
  neutral: "border-rule-strong bg-wash",
  good: "border-accent bg-accent-wash",
  waiting: "border-waiting bg-waiting-wash",
  bad: "border-refusal bg-refusal-wash",
};
const TITLES: Record<Tone, string> = {
  neutral: "text-ink",
  good: "text-accent",
  waiting: "text-waiting",
  bad: "text-refusal",
};

/** Something the reader must not miss. Colour never says it alone: the title or text does. */
export function Banner({
  tone = "neutral",
  title,
  children,
  action,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={cx("rounded border-l-4 px-4 py-3", TONES[tone])}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          {title && <p className={cx("font-medium", TITLES[tone])}>{title}</p>}
          {children && <div className={cx("max-w-[68ch]", title ? "mt-1" : null)}>{children}</div>}
        </div>
        {action && <div className="shrink-0">{action}</div>}
      </div>
    </div>
  );
}
