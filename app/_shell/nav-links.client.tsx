"use client";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cx } from "@/ui/cx";

/** `exact`: only the very page is "here", not the pages below it. */
export type NavItem = { href: string; label: string; exact?: boolean };

/** The main places of a persona in one row; on a phone the row scrolls sideways. */
export function NavLinks({ items, label }: { items: readonly NavItem[]; label: string }) {
  const path = usePathname();
  const row = useRef<HTMLElement>(null);
  // On a phone the place one is at may be beyond the edge of the row.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again on every path
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (here && row.current) row.current.scrollLeft = here.offsetLeft - row.current.clientWidth / 3;
  }, [path]);
  if (items.length === 0) return <div className="h-3" />;
  return (
    <nav
      ref={row}
      aria-label={label}
      className="relative mx-auto w-full max-w-6xl overflow-x-auto px-4 sm:px-6"
    >
      <ul className="flex min-w-max gap-6 pt-1">
        {items.map((item) => {
          const here = item.exact
            ? path === item.href
            : path === item.href || path.startsWith(`${item.href}/`);
          return (
            <li key={item.href}>
              <Link
                href={item.href}
                aria-current={path === item.href ? "page" : here ? "true" : undefined}
                className={cx(
                  "relative flex min-h-10 items-center border-b-2 no-underline focus-visible:-outline-offset-2",
                  here ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
                )}
              >
                {item.label}
                <Waiting />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** A dot next to the link whose page is loading. CSS delays it, so that fast loads show no dot. */
function Waiting() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={cx(
        "absolute -right-2.5 size-1.5 rounded-full bg-accent opacity-0 transition-opacity delay-150",
        pending && "animate-pulse opacity-100",
      )}
    />
  );
}
