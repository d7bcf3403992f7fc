import type { ReactNode } from "react";

/** What will be here, why it is not yet, and the one thing to do about it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="rounded border border-dashed border-rule-strong px-5 py-8 sm:px-8">
      <p className="font-serif text-lg font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-[60ch] text-muted">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
