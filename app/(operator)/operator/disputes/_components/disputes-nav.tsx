import Link from "next/link";
import { useTranslations } from "next-intl";

const TABS = [
  { id: "open", href: "/operator/disputes?state=open" },
  { id: "settled", href: "/operator/disputes?state=settled" },
  { id: "seats", href: "/operator/disputes/seats" },
] as const;

/** What waits for a decision about whose money it is: handles two people proved, and seats nobody can accept. */
export function DisputesNav({ current }: { current: (typeof TABS)[number]["id"] }) {
  const t = useTranslations("operator.disputes");
  return (
    <nav aria-label={t("which")} className="-mt-4 flex flex-wrap gap-x-6 border-b border-rule">
      {TABS.map(({ id, href }) => (
        <Link
          key={id}
          href={href}
          aria-current={id === current ? "page" : undefined}
          className={`-mb-px border-b-2 py-2 ${id === current ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"}`}
        >
          {t(id)}
        </Link>
      ))}
    </nav>
  );
}
