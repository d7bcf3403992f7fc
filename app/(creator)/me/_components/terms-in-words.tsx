import type { TermsVersionWire } from "@/modules/consent/schema";
import { LinkButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { DateText } from "@/ui/numbers";

/** What this person's widest terms say, in sentences; narrower ones are counted, not repeated. */
export function TermsInWords({ versions }: { versions: readonly TermsVersionWire[] }) {
  const inForce = versions.filter((version) => version.terms !== null);
  const general = inForce.find((version) => version.scope.kind === "person");
  const narrower = inForce.length - (general === undefined ? 0 : 1);
  if (inForce.length === 0) {
    return (
      <Empty
        title="You have not said anything yet"
        action={<LinkButton href="/me/terms">Set your terms</LinkButton>}
      >
        Nothing said is not a yes: a deal that needs consent leaves you out. A deal on a platform's own terms
        may include you, and you can object to it.
      </Empty>
    );
  }
  return (
    <div className="prose">
      {general !== undefined && (
        <>
          <ul>
            {general.inWords.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="text-sm text-muted">
            For everything you make, since <DateText at={general.effectiveFrom} />.
          </p>
        </>
      )}
      {narrower > 0 && (
        <p>
          {narrower === 1
            ? "One handle, work or address has terms of its own."
            : `${narrower} handles, works or addresses have terms of their own.`}
        </p>
      )}
    </div>
  );
}
