import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "../button/button";

/** Forward through a list by its cursor; back is the browser's, or `firstHref`. Nothing when there is one page only. */
export function Pager({
  nextHref,
  firstHref,
  children,
}: {
  nextHref: string | null | undefined;
  firstHref?: string | null;
  children?: ReactNode;
}) {
  const t = useTranslations("ui.pager");
  if (!nextHref && !firstHref) return null;
  return (
    <nav aria-label={t("label")} className="mt-5 flex flex-wrap items-center gap-3">
      {firstHref && (
        <LinkButton href={firstHref} variant="secondary" size="sm">
          {t("first")}
        </LinkButton>
      )}
      {nextHref && (
        <LinkButton href={nextHref} variant="secondary" size="sm">
          {t("next")}
        </LinkButton>
      )}
      {children && <span className="text-sm text-muted">{children}</span>}
    </nav>
  );
}
