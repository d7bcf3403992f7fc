"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { buttonClass } from "../button/button";
import { cx } from "../cx";

export type MenuLink = { href: string; label: ReactNode; hint?: ReactNode };
/** `ownName`: the label is a person's or an organisation's name, not a word of ours. */
export type MenuGroup = { label?: string; ownName?: boolean; links: readonly MenuLink[] };

/**
 * A short list of places behind a button. It is a disclosure, not an ARIA menu: it holds links and forms, Tab walks through
 * it, and it opens before any script has loaded. Escape, a click elsewhere and arriving somewhere close it.
 */
export function Menu({
  trigger,
  label,
  groups,
  footer,
  ownName = false,
}: {
  trigger: ReactNode;
  /** Begins with the trigger's visible text. */
  label: string;
  groups: readonly MenuGroup[];
  footer?: ReactNode;
  /** The trigger is a name, not a word of ours. */
  ownName?: boolean;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const path = usePathname();
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving at another path is what closes it
  useEffect(() => {
    details.current?.removeAttribute("open");
  }, [path]);
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (!details.current?.contains(event.target as Node)) details.current?.removeAttribute("open");
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.current?.open) return;
      details.current.removeAttribute("open");
      details.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <details ref={details} className="relative">
      <summary
        aria-label={label}
        translate={ownName ? "no" : undefined}
        className={cx(buttonClass("secondary", "sm"), "list-none [&::-webkit-details-marker]:hidden")}
      >
        {trigger}
        <span aria-hidden="true" className="text-[0.6em] text-muted">
          ▼
        </span>
      </summary>
      <div className="absolute right-0 z-40 mt-1.5 max-h-[80dvh] w-72 max-w-[calc(100vw-2rem)] overflow-y-auto rounded border border-rule bg-raised p-1.5 shadow-layer">
        {groups.map((group, index) => (
          <div
            key={group.label ?? group.links[0]?.href ?? index}
            className="border-b border-rule py-1.5 first:pt-0 last:border-b-0 last:pb-0"
          >
            {group.label && (
              <p
                id={`${id}-${index}`}
                translate={group.ownName ? "no" : undefined}
                className="px-3 py-1 text-sm break-words text-muted"
              >
                {group.label}
              </p>
            )}
            <ul aria-labelledby={group.label ? `${id}-${index}` : undefined}>
              {group.links.map((link) => (
                <li key={link.href}>
                  <Link
                    href={link.href}
                    aria-current={path === link.href ? "page" : undefined}
                    className="flex min-h-9 flex-col justify-center rounded px-3 py-1.5 no-underline hover:bg-wash focus-visible:-outline-offset-2 aria-[current=page]:text-accent"
                  >
                    <span className="font-medium">{link.label}</span>
                    {link.hint && <span className="text-sm text-muted">{link.hint}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {footer && <div className="border-t border-rule pt-1.5">{footer}</div>}
      </div>
    </details>
  );
}
