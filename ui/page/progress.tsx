import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { numberString } from "../text/format";

/** How much of a whole is done. Without `max` the end is not known yet and the bar says only that work goes on. */
export function Bar({
  value,
  max,
  label,
  showCounts = true,
}: {
  value: number;
  max?: number | null | undefined;
  label: string;
  showCounts?: boolean;
}) {
  const t = useTranslations("ui.progress");
  const locale = useLocale();
  const count = (n: number) => numberString(Math.trunc(n), locale);
  const known = max !== undefined && max !== null && max > 0;
  const percent = known ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className="flex flex-col gap-1.5">
      {showCounts && (
        <div className="flex justify-between gap-4 text-sm">
          <span>{label}</span>
          <span className="text-muted tabular-nums">
            {known ? t("ofWhole", { value: count(value), max: count(max) }) : count(value)}
          </span>
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        {...(known ? { "aria-valuemax": max, "aria-valuenow": Math.min(value, max) } : {})}
        className="h-2 overflow-hidden rounded-full bg-rule"
      >
        <div
          className={cx(
            "h-full rounded-full bg-accent",
            known ? "transition-[width] duration-150" : "w-1/4 animate-pulse",
          )}
          style={known ? { width: `${percent}%` } : undefined}
        />
      </div>
    </div>
  );
}

export type PhaseState = "done" | "now" | "waiting" | "failed";
export type Phase = { name: string; label: ReactNode; state: PhaseState; detail?: ReactNode };

const MARK: Record<PhaseState, { sign: string; look: string }> = {
  done: { sign: "✓", look: "bg-accent text-on-accent border-accent" },
  now: { sign: "", look: "border-accent text-accent border-2" },
  waiting: { sign: "", look: "border-rule-strong text-muted" },
  failed: { sign: "✕", look: "border-refusal text-refusal" },
};

/** The steps of long work in order, each with where it stands. */
export function Phases({ phases }: { phases: readonly Phase[] }) {
  const t = useTranslations("ui.progress");
  return (
    <ol className="flex flex-col">
      {phases.map((phase, index) => {
        const mark = MARK[phase.state];
        return (
          <li
            key={phase.name}
            aria-current={phase.state === "now" ? "step" : undefined}
            className="relative flex gap-3 pb-4 last:pb-0"
          >
            {index < phases.length - 1 && (
              <span aria-hidden="true" className="absolute top-6 bottom-0 left-[0.6875rem] w-px bg-rule" />
            )}
            <span
              aria-hidden="true"
              className={cx(
                "mt-px inline-flex size-[1.4rem] shrink-0 items-center justify-center rounded-full border text-xs",
                mark.look,
              )}
            >
              {phase.state === "now" ? (
                <span className="size-2 animate-pulse rounded-full bg-accent" />
              ) : (
                mark.sign
              )}
            </span>
            <span className="min-w-0">
              <span
                className={cx(
                  phase.state === "waiting" && "text-muted",
                  phase.state === "now" && "font-medium",
                )}
              >
                {phase.label}
              </span>
              <span className="sr-only"> ({t(phase.state)})</span>
              {phase.detail && <span className="block text-sm text-muted">{phase.detail}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
