import type { ReactNode } from "react";

export type Step = { key: string; what: ReactNode; how?: ReactNode; number: ReactNode; result?: boolean };

/** A reckoning, line by line: what, how it came about, and its number; results are set off by a rule. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol aria-label={label} className="max-w-3xl">
      {steps.map((step) => (
        <li
          key={step.key}
          className={`grid grid-cols-1 gap-x-6 gap-y-0.5 border-b border-rule py-3 sm:grid-cols-[1fr_auto] ${step.result ? "border-t border-t-rule-strong font-medium" : ""}`}
        >
          <span>
            {step.what}
            {step.how && <span className="block text-sm font-normal text-muted">{step.how}</span>}
          </span>
          <span className="tabular-nums sm:text-right">{step.number}</span>
        </li>
      ))}
    </ol>
  );
}
