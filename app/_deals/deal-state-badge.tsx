import type { DealView } from "@/modules/deals/schema";
import { Badge } from "@/ui/badge";

type State = DealView["state"];
type Tone = "neutral" | "good" | "waiting" | "bad";

/** What each state is called on every page, and whether somebody is being waited for. */
export const DEAL_STATES: Record<State, { label: string; tone: Tone }> = {
  draft: { label: "Draft", tone: "neutral" },
  reported: { label: "Reported", tone: "waiting" },
  noticed: { label: "In notice", tone: "waiting" },
  sealed: { label: "Sealed, awaiting payment", tone: "waiting" },
  funded: { label: "Funded", tone: "good" },
  allocated: { label: "Allocated", tone: "good" },
  distributed: { label: "Distributed", tone: "good" },
  closed: { label: "Closed", tone: "neutral" },
  cancelled: { label: "Cancelled", tone: "neutral" },
  disputed: { label: "Disputed", tone: "bad" },
};

export function DealStateBadge({ state }: { state: State }) {
  return <Badge tone={DEAL_STATES[state].tone}>{DEAL_STATES[state].label}</Badge>;
}
