import type { z } from "zod";
import type { Claimant } from "@/modules/works/schema";
import { METHOD_WORDS } from "@/modules/works/words";
import { Badge } from "@/ui/badge";
import { InstantText } from "@/ui/numbers";

type ClaimantView = z.output<typeof Claimant>;
type ProofView = ClaimantView["proofs"][number];

/** One side of a dispute: who, since when, and everything that was seen. */
export function ClaimantEvidence({ claimant, won }: { claimant: ClaimantView; won: boolean }) {
  return (
    <article aria-label={claimant.personName ?? claimant.personId} className="min-w-0">
      <h3 className="flex flex-wrap items-center gap-3 font-sans text-base font-medium">
        <span className="min-w-0 font-serif text-lg font-semibold break-words">
          {claimant.personName ?? claimant.personId}
        </span>
        {won ? <Badge tone="good">Holds it now</Badge> : claimant.first && <Badge>Proved it first</Badge>}
      </h3>
      <p className="mt-1 text-sm break-all text-muted">{claimant.personId}</p>
      {claimant.proofs.map((proof) => (
        <ProofEvidence key={proof.id} proof={proof} />
      ))}
    </article>
  );
}

function ProofEvidence({ proof }: { proof: ProofView }) {
  return (
    <div className="mt-4 border-t border-rule pt-3">
      <p className="flex flex-wrap items-center gap-3 font-medium">
        {METHOD_WORDS[proof.method].name}
        <Badge tone={proof.state === "proved" ? "good" : "neutral"}>
          {proof.state === "proved" ? "Succeeded" : proof.state === "waiting" ? "Waiting" : "Not used"}
        </Badge>
      </p>
      {proof.target && <p className="text-sm break-all text-muted">{proof.target}</p>}
      <ul className="mt-2 flex flex-col gap-3">
        {proof.checks.map((check) => (
          <li key={check.id} className="text-sm">
            <InstantText at={check.startedAt} />: {check.message ?? "interrupted, nothing was recorded"}
            {check.evidence !== null && <Seen evidence={check.evidence} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Seen({ evidence }: { evidence: Record<string, unknown> }) {
  return (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-muted">
      {Object.entries(evidence).map(([key, value]) => (
        <div key={key} className="contents">
          <dt>{key}</dt>
          <dd className="min-w-0 break-all">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
