import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "../button/button";
import { cx } from "../cx";
import { Checkbox } from "../input/field";

export type SortState = Readonly<{ key: string; descending: boolean }>;

/** A column's heading that sorts by it: a link, so the order is in the address. `href` is the page sorted the other way. */
export function SortTh({
  href,
  sorted,
  numeric = false,
  children,
}: {
  href: string;
  /** How the list is sorted by this column; null when it is sorted by another. */
  sorted: "ascending" | "descending" | null;
  numeric?: boolean;
  children: React.ReactNode;
}) {
  return (
    <th
      scope="col"
      aria-sort={sorted ?? undefined}
      className={cx("px-3 py-1 font-medium first:pl-0 last:pr-0", numeric && "text-right")}
    >
      <Link
        href={href}
        className={cx("inline-flex min-h-7 items-center gap-1 hover:text-ink", sorted && "text-ink")}
      >
        {children}
        <span aria-hidden="true" className={sorted === null ? "text-rule-strong" : undefined}>
          {sorted === null ? "↕" : sorted === "ascending" ? "↑" : "↓"}
        </span>
      </Link>
    </th>
  );
}

export type ColumnOption = Readonly<{ key: string; label: string }>;

/**
 * Above a table: which columns are shown (a form that changes the address), and the same rows as CSV. `kept` are the other
 * parts of the address, which stay as they are.
 */
export function TableTools({
  columns,
  shown,
  kept = {},
  csvHref,
  children,
}: {
  columns?: readonly ColumnOption[];
  shown?: readonly string[];
  kept?: Readonly<Record<string, string>>;
  csvHref?: string;
  children?: React.ReactNode;
}) {
  const t = useTranslations("ui.table");
  return (
    <div className="mb-3 flex flex-wrap items-center gap-3" data-print="no">
      {children}
      <span className="ml-auto flex flex-wrap gap-2">
        {columns && (
          <details className="relative">
            <summary
              className={cx(buttonClass("quiet", "sm"), "list-none [&::-webkit-details-marker]:hidden")}
            >
              {t("columns")}
            </summary>
            <form className="absolute right-0 z-30 mt-1 flex w-60 flex-col gap-3 rounded border border-rule bg-raised p-4 shadow-layer">
              {Object.entries(kept).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              {columns.map((column) => (
                <Checkbox
                  key={column.key}
                  name="col"
                  value={column.key}
                  label={column.label}
                  defaultChecked={shown?.includes(column.key) ?? true}
                />
              ))}
              <button type="submit" className={buttonClass("secondary", "sm")}>
                {t("show")}
              </button>
            </form>
          </details>
        )}
        {csvHref && (
          <a href={csvHref} download className={buttonClass("quiet", "sm")}>
            {t("csv")}
          </a>
        )}
      </span>
    </div>
  );
}
