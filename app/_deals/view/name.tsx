import type { ReactNode } from "react";

/** What people named: a title, an organisation, a file. It is shown as it is, in every language. */
export function Name({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span translate="no" className={className}>
      {children}
    </span>
  );
}
