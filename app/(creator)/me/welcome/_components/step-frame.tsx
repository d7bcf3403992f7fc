import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/ui/cx";
import { TextLink } from "@/ui/text/text-link";
import type { StepName } from "./progress";

/** One of the three steps: its number or a tick, what it is for, and its content when it is the open one. */
export function StepFrame({
  name,
  number,
  isDone,
  isOpen,
  lead,
  children,
}: {
  name: StepName;
  number: number;
  isDone: boolean;
  isOpen: boolean;
  lead: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("onboarding");
  return (
    <li
      aria-current={isOpen ? "step" : undefined}
      className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 border-t border-rule py-6 sm:gap-x-6"
    >
      <span
        aria-hidden="true"
        className={cx(
          "inline-flex size-9 items-center justify-center rounded-full border font-serif text-lg",
          isDone
            ? "border-accent bg-accent text-on-accent"
            : isOpen
              ? "border-accent text-accent"
              : "border-rule-strong text-muted",
        )}
      >
        {isDone ? "✓" : number}
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 className="pt-1 text-xl">{t(`${name}.title`)}</h2>
          <span className={cx("text-sm", isDone ? "text-accent" : "text-muted")}>
            {t(isDone ? "state.done" : "state.open")}
          </span>
        </div>
        {(isOpen || !isDone) && <p className="mt-1 max-w-[60ch] text-muted">{lead}</p>}
        {isOpen ? (
          <div className="mt-5">{children}</div>
        ) : (
          <TextLink href={`/me/welcome?step=${name}`} className="mt-2 inline-block" prefetch={false}>
            {t("show")}
            <span className="sr-only">{`: ${t(`${name}.title`)}`}</span>
          </TextLink>
        )}
      </div>
    </li>
  );
}
