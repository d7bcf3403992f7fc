import { cx } from "../cx";

/** The shape of what is being fetched. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={cx("animate-pulse rounded bg-rule", className ?? "h-4 w-full")} />
  );
}
