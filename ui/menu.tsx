"use client";
import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { buttonClass } from "./button";

export type MenuLink = { href: string; label: ReactNode; hint?: ReactNode; current?: boolean };
export type MenuGroup = { label?: string; links: readonly MenuLink[] };

const ITEM =
  "flex min-h-9 w-full flex-col justify-center rounded px-3 py-1.5 text-left no-underline outline-none data-[highlighted]:bg-wash data-[highlighted]:outline-2 data-[highlighted]:outline-accent data-[highlighted]:-outline-offset-2";

/** A short list of places behind a button. `footer` is for forms (signing out). */
export function Menu({
  trigger,
  label,
  groups,
  footer,
}: {
  trigger: ReactNode;
  label: string;
  groups: readonly MenuGroup[];
  footer?: ReactNode;
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger aria-label={label} className={buttonClass("secondary", "sm")}>
        {trigger}
        <span aria-hidden="true" className="text-[0.6em] text-muted">
          ▼
        </span>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 max-h-[80dvh] w-72 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded border border-rule bg-raised p-1.5 shadow-layer"
        >
          {groups.map((group, index) => (
            <Radix.Group
              key={group.label ?? group.links[0]?.href ?? index}
              className="border-b border-rule py-1.5 first:pt-0 last:border-b-0 last:pb-0"
            >
              {group.label && (
                <Radix.Label className="px-3 py-1 text-sm text-muted">{group.label}</Radix.Label>
              )}
              {group.links.map((link) => (
                <Radix.Item key={link.href} asChild>
                  <Link href={link.href} className={ITEM} aria-current={link.current ? "page" : undefined}>
                    <span className={link.current ? "font-medium text-accent" : undefined}>{link.label}</span>
                    {link.hint && <span className="text-sm text-muted">{link.hint}</span>}
                  </Link>
                </Radix.Item>
              ))}
            </Radix.Group>
          ))}
          {footer && <div className="border-t border-rule px-1 pt-1.5">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
