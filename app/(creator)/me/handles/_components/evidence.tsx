import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { HandleEvidence } from "@/modules/handles/schema";
import { Badge } from "@/ui/text/badge";
import { InstantText } from "@/ui/text/numbers";
import { useLookText } from "./look-words";

type Proof = z.output<typeof HandleEvidence>["proofs"][number];
const TONES = { waiting: "waiting", proved: "good", replaced: "neutral", expired: "neutral" } as const;

/** Every proof and every look, newest first: what an operator would compare in a dispute. */
export function Evidence({ proofs }: { proofs: readonly Proof[] }) {
  const t = useTranslations("works.handle");
  return (
    <div id="evidence">
      <h3 className="text-base font-medium">{t("evidence")}</h3>
      <p className="mb-4 text-muted">{t("evidenceLead")}</p>
      {proofs.length === 0 ? (
        <p className="text-muted">{t("noEvidence")}</p>
      ) : (
        <ol className="flex flex-col">
          {proofs.map((proof) => (
            <ProofItem key={proof.id} proof={proof} />
          ))}
        </ol>
      )}
    </div>
  );
}

function ProofItem({ proof }: { proof: Proof }) {
  const t = useTranslations("works");
  const lookText = useLookText();
  return (
    <li className="border-b border-rule py-4 first:pt-0 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="font-medium">{t(`method.${proof.method}.name`)}</span>
        <Badge tone={TONES[proof.state]}>{t(`handle.proof.${proof.state}`)}</Badge>
        <span className="text-sm text-muted">
          {t.rich("handle.started", { at: () => <InstantText at={proof.createdAt} /> })}
        </span>
      </div>
      {proof.target !== null && (
        <p translate="no" className="text-sm break-all text-muted">
          {proof.target}
        </p>
      )}
      {proof.checks.length > 0 && (
        <ul className="mt-2 flex flex-col gap-1 border-l border-rule pl-4 text-sm">
          {proof.checks.map((check) => (
            <li key={check.id}>
              {t.rich("handle.looked", {
                at: () => <InstantText at={check.startedAt} />,
                why: lookText(check, proof),
              })}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
