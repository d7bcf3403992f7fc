import Link from "next/link";
import { useTranslations } from "next-intl";
import { BY, PERIODS, type Shown } from "@/app/_earnings/view";
import { cx } from "@/ui/cx";

/** What is shown, chosen by links: every view has an address that can be kept and shared. */
export function Choices({ shown, currencies }: { shown: Shown; currencies: readonly string[] }) {
  const t = useTranslations("creator.earnings");
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3 print:hidden">
      {currencies.length > 1 && (
        <Group label={t("currency")}>
          {currencies.map((currency) => (
            <Choice key={currency} shown={{ ...shown, currency }} isOn={currency === shown.currency}>
              <span translate="no">{currency}</span>
            </Choice>
          ))}
        </Group>
      )}
      <Group label={t("period")}>
        {PERIODS.map((period) => (
          <Choice key={period} shown={{ ...shown, period }} isOn={period === shown.period}>
            {t(`periods.${period}`)}
          </Choice>
        ))}
      </Group>
      <Group label={t("by")}>
        {BY.map((by) => (
          <Choice key={by} shown={{ ...shown, by }} isOn={by === shown.by}>
            {t(by)}
          </Choice>
        ))}
      </Group>
    </div>
  );
}

function Group({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-1 whitespace-nowrap">
      <span className="mr-1 text-sm text-muted">{label}</span>
      {children}
    </nav>
  );
}

function Choice({ shown, isOn, children }: { shown: Shown; isOn: boolean; children: React.ReactNode }) {
  return (
    <Link
      href={`/me/earnings?${new URLSearchParams(shown)}`}
      prefetch={false}
      scroll={false}
      aria-current={isOn ? "true" : undefined}
      className={cx(
        "inline-flex min-h-8 items-center rounded px-2.5 text-sm no-underline",
        isOn ? "bg-accent-wash font-medium text-accent" : "text-ink hover:bg-wash",
      )}
    >
      {children}
    </Link>
  );
}
