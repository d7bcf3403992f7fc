"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useContext } from "react";
import { Banner } from "./banner";
import type { FormResult } from "./faults";
import { FormContext } from "./form-context";
import { SignInAgain } from "./sign-in-again";

/** The answer to a form: what was wrong and where, with the request id; or that it worked. Nothing before the first answer. */
export function FormMessage({
  result,
  success,
}: {
  result: FormResult | null | undefined;
  success?: ReactNode;
}) {
  const t = useTranslations("ui.form");
  const { labels } = useContext(FormContext);
  if (!result || (result.ok && success === undefined)) return <div role="status" />;
  if (result.ok) {
    return (
      <div role="status">
        <Banner tone="good">{success}</Banner>
      </div>
    );
  }
  return (
    <div role="alert" data-form-message tabIndex={-1} className="outline-offset-4">
      <Banner tone="bad" title={result.message}>
        {result.faults.length > 0 && (
          <ul className="list-disc pl-5">
            {result.faults.map((fault) => (
              <li key={`${fault.path}:${fault.message}`}>
                {fault.path && <FieldName path={fault.path} label={labels.get(fault.path)} />}
                {fault.message}
              </li>
            ))}
          </ul>
        )}
        {(result.code === "STEP_UP_REQUIRED" || result.code === "NOT_SIGNED_IN") && <SignInAgain />}
        <p className="mt-1 text-sm text-muted">
          {t.rich("request", {
            id: () => (
              <span translate="no" className="font-mono break-all">
                {result.requestId}
              </span>
            ),
          })}
        </p>
      </Banner>
    </div>
  );
}

/** What the page calls the field; a field the page does not name is written as the API writes it. */
function FieldName({ path, label }: { path: string; label: ReactNode }) {
  if (label !== undefined) return <span className="font-medium">{label}: </span>;
  return (
    <span translate="no" className="font-mono text-sm">
      {path}:{" "}
    </span>
  );
}
