import type { ReactNode } from "react";
import { CopyButton } from "../button/copy-button";

/** Text to be copied exactly: a key, a proof line, a command, a digest. `inline` sits in a sentence, without a button. */
export function Code({
  children,
  label,
  inline = false,
  copy = true,
}: {
  children: string;
  label?: ReactNode;
  inline?: boolean;
  copy?: boolean;
}) {
  if (inline) {
    return (
      <code className="rounded-sm bg-wash px-1 py-0.5 font-mono text-[0.875em] wrap-anywhere">
        {children}
      </code>
    );
  }
  return (
    <figure className="rounded border border-rule bg-wash">
      {label && (
        <figcaption className="flex items-center justify-between gap-3 border-b border-rule py-1 pr-1 pl-3 text-sm text-muted">
          <span className="min-w-0 break-all">{label}</span>
          {copy && <CopyButton text={children} variant="quiet" />}
        </figcaption>
      )}
      <div className="flex items-start justify-between gap-2">
        <pre className="min-w-0 flex-1 p-3 text-sm wrap-anywhere whitespace-pre-wrap">
          <code className="font-mono">{children}</code>
        </pre>
        {!label && copy && (
          <span className="p-1.5">
            <CopyButton text={children} variant="quiet" />
          </span>
        )}
      </div>
    </figure>
  );
}
