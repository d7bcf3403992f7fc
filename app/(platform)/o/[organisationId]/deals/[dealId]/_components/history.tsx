import { ACT_NAMES } from "@/app/_deals/words.client";
import type { DealHistory } from "@/modules/deals/history-schema";
import type { DealView } from "@/modules/deals/schema";
import { InstantText } from "@/ui/numbers";
import { Timeline, type TimelineItem } from "@/ui/timeline";

type Items = (typeof DealHistory)["_output"]["items"];

const ROAD: readonly { state: DealView["state"]; title: string }[] = [
  { state: "reported", title: "Report" },
  { state: "noticed", title: "Notice to contributors" },
  { state: "sealed", title: "Seal the split" },
  { state: "funded", title: "Payment by the licensee" },
  { state: "allocated", title: "Shares on the books" },
];

/** What was done to the deal, oldest first, and what is still to come. */
export function History({ deal, steps }: { deal: DealView; steps: Items }) {
  const done = steps.map(
    (step, index): TimelineItem => ({
      id: `done-${index}`,
      title: `${ACT_NAMES[step.act] ?? step.act}${step.act === "edit" || step.act === "amend" ? `: version ${step.version}` : ""}`,
      at: step.at,
      tone: step.act === "dispute" || step.act === "cancel" ? "bad" : "good",
      children: (step.note || step.noticeEndsAt) && (
        <>
          {step.note && <p>{step.note}</p>}
          {step.noticeEndsAt && (
            <p className="text-muted">
              Contributors can answer until <InstantText at={step.noticeEndsAt} />
            </p>
          )}
        </>
      ),
    }),
  );
  return <Timeline items={[...done, ...ahead(deal)]} />;
}

function ahead(deal: DealView): TimelineItem[] {
  if (deal.state === "cancelled" || deal.state === "closed") return [];
  const standing = deal.state === "disputed" ? deal.disputedFrom : deal.state;
  const reached = ROAD.findIndex((stop) => stop.state === standing);
  if (reached === -1 && standing !== "draft") return [];
  return ROAD.slice(reached + 1).map((stop) => ({ id: `ahead-${stop.state}`, title: stop.title, at: null }));
}
