import type { ReactNode } from "react";
import { LinkButton } from "./button";

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
  if (!nextHref && !firstHref) return null;
  return (
    <nav aria-label="Pages of this list" className="mt-5 flex flex-wrap items-center gap-3">
      {firstHref && (
        <LinkButton href={firstHref} variant="secondary" size="sm">
          First page
        </LinkButton>
      )}
      {nextHref && (
        <LinkButton href={nextHref} variant="secondary" size="sm">
          Next page
        </LinkButton>
      )}
      {children && <span className="text-sm text-muted">{children}</span>}
    </nav>
  );
}
