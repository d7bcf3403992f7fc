import type { ComponentProps, ReactNode } from "react";
import { cx } from "../cx";

/*
 * On a phone every row is a card: its cells stand below each other with their column's name (`label`) before them. The
 * roles are written out because a table whose display is changed loses them.
 */

/** `caption` names the table for everyone who cannot see the heading above it. */
export function Table({ caption, children }: { caption?: ReactNode; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: the role is lost where the display is changed
    <table role="table" className="w-full border-collapse text-left max-sm:block">
      {caption && <caption className="sr-only">{caption}</caption>}
      {children}
    </table>
  );
}

/** `sticky`: the headings stay in sight while a long table scrolls by. */
export function THead({ sticky = false, children }: { sticky?: boolean; children: ReactNode }) {
  return (
    <thead
      className={cx(
        "border-b border-rule-strong text-sm text-muted max-sm:sr-only",
        sticky && "sticky top-0 z-10 bg-paper shadow-[0_1px_0_var(--rule-strong)]",
      )}
    >
      {children}
    </thead>
  );
}

export function TBody({ children }: { children: ReactNode }) {
  return <tbody className="max-sm:block">{children}</tbody>;
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      {...rest}
      className={cx("border-b border-rule align-top last:border-b-0 max-sm:block max-sm:py-3", className)}
    />
  );
}

type Cell = { numeric?: boolean };

export function Th({ numeric = false, className, ...rest }: ComponentProps<"th"> & Cell) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx("px-3 py-2 font-medium first:pl-0 last:pr-0", numeric && "text-right", className)}
    />
  );
}

export function Td({
  numeric = false,
  label,
  className,
  children,
  ...rest
}: ComponentProps<"td"> & Cell & { label?: ReactNode }) {
  return (
    <td
      {...rest}
      className={cx(
        "px-3 py-2.5 first:pl-0 last:pr-0 max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1",
        numeric && "text-right tabular-nums sm:whitespace-nowrap",
        className,
      )}
    >
      {label !== undefined && (
        <span
          aria-hidden="true"
          className={cx("text-left text-sm text-muted sm:hidden", numeric ? "min-w-0" : "shrink-0")}
        >
          {label}
        </span>
      )}
      <span
        className={cx(
          "break-words",
          label !== undefined && "max-sm:text-right",
          label !== undefined && numeric ? "max-sm:shrink-0" : "min-w-0",
        )}
      >
        {children}
      </span>
    </td>
  );
}
