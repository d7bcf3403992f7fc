"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useContext } from "react";
import { Banner } from "../page/banner";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { ConfirmIdentity } from "./confirm-identity";
import type { FormResult } from "./faults";
import { FormContext } from "./form-context";
import { SignInAgain } from "./sign-in-again";

/** The answer to a form: what was wrong and where, with the request id where the fault is ours; or that it worked. Nothing before the first answer. */
export function FormMessage({
  result,
  success,
  onConfirmed,
}: {
  result: FormResult | null | undefined;
  success?: ReactNode;
  /** Sends again what was refused for want of a recent sign-in; a form around this does that by itself. */
  onConfirmed?: () => void;
}) {
  const t = useTranslations("ui.form");
  const { labels, places, resend } = useContext(FormContext);
  if (!result || (result.ok && success === undefined)) return <div role="status" />;
  if (result.ok) {
    return (
      <div role="status">
        <Banner tone="good">{success}</Banner>
      </div>
    );
  }
  if (result.changed !== undefined)
    return (
      <div role="alert" data-form-message tabIndex={-1} className="outline-offset-4">
        <ChangedMeanwhile changed={result.changed} />
      </div>
    );
  return (
    <div role="alert" data-form-message tabIndex={-1} className="outline-offset-4">
      <Banner tone="bad" title={headingOf(result, labels)}>
        {result.faults.length > 1 && (
          <ul className="list-disc pl-5">
            {result.faults.map((fault) => (
              <li key={`${fault.path}:${fault.message}`}>
                <Leading to={nearest(places, fault.path)}>
                  <FieldName label={nearest(labels, fault.path)} />
                  {fault.message}
                </Leading>
              </li>
            ))}
          </ul>
        )}
        {result.code === "STEP_UP_REQUIRED" && <ConfirmIdentity onConfirmed={onConfirmed ?? resend} />}
        {result.code === "NOT_SIGNED_IN" && <SignInAgain />}
        {result.code === "INTERNAL" && result.requestId !== "" && (
          <p className="mt-1 text-sm text-muted">
            {t.rich("request", {
              id: () => (
                <span translate="no" className="font-mono break-all">
                  {result.requestId}
                </span>
              ),
            })}
          </p>
        )}
      </Banner>
    </div>
  );
}

type Labels = ReadonlyMap<string, ReactNode>;

/** A single fault is the heading itself; a list of one would only say it again. */
function headingOf(result: FormResult & { ok: false }, labels: Labels): ReactNode {
  const [only, ...more] = result.faults;
  if (only === undefined || more.length > 0) return result.message;
  return (
    <>
      <FieldName label={nearest(labels, only.path)} />
      {only.message}
    </>
  );
}

/** What is kept of a field, or of the group it belongs to (`authors` of `authors.0.email`); the API's names are never shown. */
function nearest<T>(kept: ReadonlyMap<string, T>, path: string): T | undefined {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("."), 0)))
    if (kept.has(at)) return kept.get(at);
  return undefined;
}

/** A link to the field that is meant, which takes the focus there; plain text where the form has no such field. */
function Leading({ to, children }: { to: string | undefined; children: ReactNode }) {
  if (to === undefined) return children;
  return (
    <a
      href={`#${to}`}
      className="link"
      onClick={(event) => {
        event.preventDefault();
        const place = document.getElementById(to);
        const fields = "input, select, textarea";
        const field = place?.matches(fields) ? place : place?.querySelector<HTMLElement>(fields);
        field?.focus();
      }}
    >
      {children}
    </a>
  );
}

function FieldName({ label }: { label: ReactNode }) {
  return label === undefined ? null : <span className="font-medium">{label}: </span>;
}
