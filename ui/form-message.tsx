import type { ReactNode } from "react";
import { Banner } from "./banner";
import type { FormResult } from "./faults";
import { SignInAgain } from "./sign-in-again";

/** The answer to a form: what was wrong and where, with the request id; or that it worked. Nothing before the first answer. */
export function FormMessage({
  result,
  success,
}: {
  result: FormResult | null | undefined;
  success?: ReactNode;
}) {
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
                {fault.path && <span className="font-medium">{fieldName(fault.path)}: </span>}
                {fault.message}
              </li>
            ))}
          </ul>
        )}
        {(result.code === "STEP_UP_REQUIRED" || result.code === "NOT_SIGNED_IN") && <SignInAgain />}
        <p className="mt-1 text-sm text-muted">
          Request <span className="font-mono break-all">{result.requestId}</span>
        </p>
      </Banner>
    </div>
  );
}

/** "authors.0.shareBps" → "Authors 1 share bps": a path a person can find on the page. */
function fieldName(path: string): string {
  const words = path
    .split(".")
    .map((part) =>
      /^\d+$/.test(part) ? String(Number(part) + 1) : part.replace(/([A-Z])/g, " $1").toLowerCase(),
    )
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
