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
