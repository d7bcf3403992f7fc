import { useTranslations } from "next-intl";
import type { AllocationWire } from "@/modules/allocation/schema/allocation";
import { Badge } from "@/ui/text/badge";

type State = AllocationWire["state"];
type Tone = "neutral" | "good" | "waiting" | "bad";
const TONES: Readonly<Record<State, Tone>> = {
  queued: "neutral",
  running: "waiting",
  succeeded: "good",
  failed: "bad",
  cancelled: "neutral",
};

/** Where a clearance stands. */
export function RunBadge({ state }: { state: State }) {
  const t = useTranslations("deals.run");
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

/** Where a split stands: whether it is tried, final, or on the books. */
export function SplitBadge({
  run,
}: {
  run: Pick<AllocationWire, "state" | "sealedAt" | "postedAt" | "whatIf">;
}) {
  const t = useTranslations("deals.run");
  if (run.postedAt !== null) return <Badge tone="good">{t("posted")}</Badge>;
  if (run.sealedAt !== null) return <Badge tone="good">{t("sealed")}</Badge>;
  if (run.state !== "succeeded") return <RunBadge state={run.state} />;
  return run.whatIf ? <Badge>{t("whatIf")}</Badge> : <Badge tone="waiting">{t("preview")}</Badge>;
}
