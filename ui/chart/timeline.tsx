import type { ReactNode } from "react";
import { cx } from "../cx";
import type { Tone } from "../page/banner";
import { InstantText } from "../text/numbers";

export type TimelineItem = {
  id: string;
  title: ReactNode;
  /** Null for what is still to come. */
  at: string | Date | null;
  tone?: Tone;
  children?: ReactNode;
};

const DOT: Record<Tone, string> = {
  neutral: "border-rule-strong bg-paper",
  good: "border-accent bg-accent",
  waiting: "border-waiting bg-paper",
  bad: "border-refusal bg-refusal",
};

/** What happened, in order. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="flex flex-col">
      {items.map((item, index) => (
        <li key={item.id} className="relative flex gap-4 pb-5 last:pb-0">
          {index < items.length - 1 && (
            <span
              aria-hidden="true"
              className="absolute top-4 bottom-[-0.4rem] left-[0.3125rem] w-px bg-rule"
            />
          )}
          <span
            aria-hidden="true"
            className={cx(
              "relative mt-1.5 size-3 shrink-0 rounded-full border-2",
              DOT[item.tone ?? "neutral"],
            )}
          />
          <div className="min-w-0">
            <p className={item.at === null ? "text-muted" : "font-medium"}>{item.title}</p>
            {item.at !== null && (
              <p className="text-sm text-muted">
                <InstantText at={item.at} />
              </p>
            )}
            {item.children && <div className="mt-1 text-sm">{item.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
