import { useTranslations } from "next-intl";
import { useId } from "react";
import type { z } from "zod";
import type { Claimant } from "@/modules/handles/schema";
import { Badge } from "@/ui/text/badge";
import { InstantText } from "@/ui/text/numbers";
import { TextLink } from "@/ui/text/text-link";

type ClaimantView = z.output<typeof Claimant>;
type ProofView = ClaimantView["proofs"][number];

/** One side of a dispute: who, since when, and everything that was seen. */
export function ClaimantEvidence({ claimant, won }: { claimant: ClaimantView; won: boolean }) {
  const t = useTranslations("operator.disputes");
  const name = claimant.personName ?? claimant.personId;
  const isGone = claimant.personDeleted;
  const headingId = useId();
  return (
    <article aria-labelledby={headingId} className="min-w-0 border-l border-rule pl-4">
      <h3 className="flex flex-wrap items-center gap-3 font-sans text-base font-medium">
        <span
          id={headingId}
          translate={isGone ? undefined : "no"}
          className="min-w-0 font-serif text-lg font-semibold break-words"
        >
          {isGone ? t("deletedPerson") : name}
        </span>
        {won ? (
          <Badge tone="good">{t("holdsNow")}</Badge>
        ) : (
          claimant.first && <Badge>{t("provedFirst")}</Badge>
        )}
      </h3>
      <p className="mt-1 text-sm text-muted">
        {t.rich("joined", { at: () => <InstantText at={claimant.joinedAt} /> })} ·{" "}
        <TextLink href={`/operator/audit?actor=${claimant.personId}`}>{t("trace")}</TextLink>
      </p>
      {claimant.proofs.map((proof) => (
        <ProofEvidence key={proof.id} proof={proof} />
      ))}
    </article>
  );
}

function ProofEvidence({ proof }: { proof: ProofView }) {
  const t = useTranslations("operator.disputes");
  const state = proof.state === "proved" ? "succeeded" : proof.state === "waiting" ? "waiting" : "unused";
  return (
    <div className="mt-4 border-t border-rule pt-3">
      <p className="flex flex-wrap items-center gap-3 font-medium">
        {t(`method.${proof.method}`)}
        <Badge tone={proof.state === "proved" ? "good" : "neutral"}>{t(state)}</Badge>
      </p>
      {proof.target && (
        <p translate="no" className="text-sm break-all text-muted">
          {proof.target}
        </p>
      )}
      <ul className="mt-2 flex flex-col gap-3">
        {proof.checks.map((check) => (
          <li key={check.id} className="text-sm">
            <InstantText at={check.startedAt} />:{" "}
            {check.message === null ? (
              t("interrupted")
            ) : (
              <span lang="en" translate="no">
                {check.message}
              </span>
            )}
            {check.evidence !== null && <Seen evidence={check.evidence} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Seen({ evidence }: { evidence: Record<string, unknown> }) {
  return (
    <dl translate="no" className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-muted">
      {Object.entries(evidence).map(([key, value]) => (
        <div key={key} className="contents">
          <dt>{key}</dt>
          <dd className="min-w-0 break-all">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
