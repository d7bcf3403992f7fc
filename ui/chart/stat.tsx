import type { ReactNode } from "react";
import { cx } from "../cx";

/** A row of figures over a hairline. Figures that must not be added (pending, paid) are separate Stats. */
export function Stats({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,11rem),1fr))] gap-x-8 gap-y-6 lg:has-[>:nth-child(6):last-child]:grid-cols-3">
      {children}
    </dl>
  );
}

export function Stat({
  label,
  value,
  hint,
  tone = "neutral",
}: {
  label: ReactNode;
  value: ReactNode;
  hint?: ReactNode;
  tone?: "neutral" | "good" | "waiting" | "bad";
}) {
  return (
    <div className="flex min-w-0 flex-col border-l border-rule pl-4">
      <dt className="text-sm text-muted">{label}</dt>
      <dd
        className={cx(
          "mt-1 font-serif text-2xl font-semibold wrap-anywhere tabular-nums [&_data]:whitespace-normal [&_span]:whitespace-normal",
          tone === "good" && "text-accent",
          tone === "waiting" && "text-waiting",
          tone === "bad" && "text-refusal",
        )}
      >
        {value}
      </dd>
      {hint && <dd className="mt-1 text-sm text-muted">{hint}</dd>}
    </div>
  );
}
