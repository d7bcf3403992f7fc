import { useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema";
import { Badge } from "@/ui/badge";

type State = DealView["state"];
type Tone = "neutral" | "good" | "waiting" | "bad";

/** Whether somebody is being waited for, in each state. */
export const DEAL_TONES: Readonly<Record<State, Tone>> = {
  draft: "neutral",
  reported: "waiting",
  noticed: "waiting",
  sealed: "waiting",
  funded: "good",
  allocated: "good",
  distributed: "good",
  closed: "neutral",
  cancelled: "neutral",
  disputed: "bad",
};

export function DealStateBadge({ state }: { state: State }) {
  const t = useTranslations("deals.state");
  return <Badge tone={DEAL_TONES[state]}>{t(state)}</Badge>;
}
