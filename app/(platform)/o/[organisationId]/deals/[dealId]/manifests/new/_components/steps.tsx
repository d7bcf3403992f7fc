import { useTranslations } from "next-intl";

const STEPS = ["upload", "columns", "check"] as const;

/** Where one is on the way from a file to checked rows. */
export function Steps({ now }: { now: (typeof STEPS)[number] }) {
  const t = useTranslations("manifests.steps");
  const at = STEPS.indexOf(now);
  return (
    <ol aria-label={t("label")} className="flex flex-wrap gap-x-8 gap-y-2 border-b border-rule pb-4 text-sm">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={step === now ? "step" : undefined}
          className={`flex items-center gap-2.5 ${step === now ? "font-medium text-ink" : "text-muted"}`}
        >
          <span
            aria-hidden="true"
            className={`inline-flex size-6 items-center justify-center rounded-full border text-xs tabular-nums ${index < at ? "border-accent bg-accent text-on-accent" : step === now ? "border-accent text-accent" : "border-rule-strong"}`}
          >
            {index < at ? "✓" : index + 1}
          </span>
          {t(step)}
        </li>
      ))}
    </ol>
  );
}
