import { useTranslations } from "next-intl";
import { cx } from "./cx";

/** The shape of what is being fetched. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={cx("animate-pulse rounded bg-rule", className ?? "h-4 w-full")} />
  );
}

/** A page that is being fetched: heading, lead, a few rows. */
export function PageSkeleton() {
  const t = useTranslations("ui");
  return (
    <div role="status" className="flex flex-col gap-6">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-9 w-64 max-w-full" />
      <Skeleton className="h-4 w-96 max-w-full" />
      <div className="mt-6 flex flex-col gap-4 border-t border-rule pt-6">
        <Skeleton className="h-5 w-48 max-w-full" />
        <Skeleton />
        <Skeleton />
        <Skeleton className="h-4 w-3/4" />
      </div>
    </div>
  );
}

/** A page of a list that is being fetched: heading, lead, a table. */
export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className="flex flex-col gap-6">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-9 w-64 max-w-full" />
      <Skeleton className="h-4 w-96 max-w-full" />
      <div className="mt-6 flex flex-col border-t border-rule pt-6">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows that are all alike
          <div key={row} className="grid grid-cols-[2fr_1fr_1fr] gap-6 border-b border-rule py-3.5">
            <Skeleton className="h-4 w-4/5" />
            <Skeleton className="h-4 w-3/5" />
            <Skeleton className="ml-auto h-4 w-2/5" />
          </div>
        ))}
      </div>
    </div>
  );
}

/** A page that begins with figures: heading, lead, three figures, a table. */
export function FiguresSkeleton() {
  const t = useTranslations("ui");
  return (
    <div role="status" className="flex flex-col gap-6">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-9 w-64 max-w-full" />
      <Skeleton className="h-4 w-96 max-w-full" />
      <div className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(min(100%,11rem),1fr))] gap-8">
        {[1, 2, 3].map((figure) => (
          <div key={figure} className="flex flex-col gap-3 border-l border-rule pl-4">
            <Skeleton className="h-3.5 w-24" />
            <Skeleton className="h-7 w-32" />
          </div>
        ))}
      </div>
      <div className="mt-4 flex flex-col gap-4 border-t border-rule pt-6">
        <Skeleton className="h-5 w-48 max-w-full" />
        <Skeleton />
        <Skeleton />
        <Skeleton className="h-4 w-3/4" />
      </div>
    </div>
  );
}
