import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { Handle, HandleEvidence } from "@/modules/works/schema";
import { DateText, InstantText } from "@/ui/numbers";
import { type Phase, Phases } from "@/ui/progress";
import { useCheckText } from "./check-words";

type HandleView = z.output<typeof Handle>;
type Proof = z.output<typeof HandleEvidence>["proofs"][number];

/** Claimed, placed, found: where a claim stands, why, and what comes next. */
export function ProofWay({ handle, newest }: { handle: HandleView; newest: Proof | undefined }) {
  const t = useTranslations("works.handle");
  const looked = newest?.checks[0];
  const waiting = newest?.state === "waiting";
  const failed = looked?.outcome === "failed";
  const phases: Phase[] = [
    {
      name: "claimed",
      label: t("step.claimed"),
      state: "done",
      detail: <DateText at={handle.createdAt} />,
    },
    {
      name: "placed",
      label: t("step.placed"),
      state: waiting && looked !== undefined && !failed ? "done" : "now",
      detail: <Placed newest={newest} />,
    },
    {
      name: "looked",
      label: t("step.looked"),
      state: failed ? "failed" : "waiting",
      detail:
        looked === undefined || newest === undefined ? (
          t("stepDetail.never")
        ) : (
          <Looked check={looked} method={newest.method} />
        ),
    },
  ];
  return (
    <div>
      <h3 className="sr-only">{t("way")}</h3>
      <Phases phases={phases} />
    </div>
  );
}

function Placed({ newest }: { newest: Proof | undefined }): ReactNode {
  const t = useTranslations("works.handle.stepDetail");
  if (newest === undefined || newest.state === "replaced") return t("none");
  const day = () => <DateText at={newest.expiresAt} />;
  return newest.state === "expired" ? t.rich("expired", { day }) : t.rich("code", { day });
}

function Looked({ check, method }: { check: Proof["checks"][number]; method: Proof["method"] }) {
  const t = useTranslations("works.handle.stepDetail");
  const text = useCheckText();
  return t.rich("last", { at: () => <InstantText at={check.startedAt} />, why: text(check, method) });
}
