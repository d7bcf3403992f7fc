import { useTranslations } from "next-intl";
import type { DealView } from "@/modules/deals/schema/deal";
import { Badge } from "@/ui/text/badge";

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

/** `noticeOver`: of a deal in notice, that the time to answer has ended; it is not sealed yet. */
export function DealStateBadge({ state, noticeOver = false }: { state: State; noticeOver?: boolean }) {
  const t = useTranslations("deals.state");
  const over = noticeOver && state === "noticed";
  return <Badge tone={DEAL_TONES[state]}>{t(over ? "noticeOver" : state)}</Badge>;
}
