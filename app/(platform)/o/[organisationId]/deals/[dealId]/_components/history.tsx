import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DealView } from "@/modules/deals/schema/deal";
import type { DealHistory } from "@/modules/deals/schema/history";
import { Timeline, type TimelineItem } from "@/ui/chart/timeline";
import { InstantText } from "@/ui/text/numbers";

type Step = (typeof DealHistory)["_output"]["items"][number];
type T = ReturnType<typeof useTranslations<"deals">>;

/** What was done to the deal, oldest first, and what is still to come: by whom, and from when on. */
export function History({ deal, steps }: { deal: DealView; steps: readonly Step[] }) {
  const t = useTranslations("deals");
  const told = folded(steps).map(
    ({ step, times }, index): TimelineItem => ({
      id: `done-${index}`,
      title: actText(t, step, times),
      at: step.at,
      tone: step.act === "dispute" || step.act === "cancel" ? "bad" : "good",
      children: stepDetail(t, step, deal),
    }),
  );
  return <Timeline items={[...told, ...ahead(t, deal)]} />;
}

/** Edits of a draft that follow each other are one line. */
function folded(steps: readonly Step[]): { step: Step; times: number }[] {
  const out: { step: Step; times: number }[] = [];
  for (const step of steps) {
    const last = out.at(-1);
    if (last !== undefined && last.step.act === "edit" && step.act === "edit")
      out[out.length - 1] = { step, times: last.times + 1 };
    else out.push({ step, times: 1 });
  }
  return out;
}

function actText(t: T, step: Step, times: number): string {
  if (step.act === "edit") return t("act.edits", { n: times });
  const key = `act.${step.act}` as "act.amend";
  return t.has(key) ? t(key, { version: step.version }) : step.act;
}

function stepDetail(t: T, step: Step, deal: DealView): ReactNode {
  const { note, noticeEndsAt } = step;
  if (!note && !noticeEndsAt) return undefined;
  return (
    <>
      {note && <p translate="no">{note}</p>}
      {noticeEndsAt && noticeEndsAt === deal.noticeEndsAt && (
        <p className="text-muted">
          {t.rich(deal.noticeRunning ? "road.answerUntil" : "road.answeredUntil", {
            at: () => <InstantText at={noticeEndsAt} />,
          })}
        </p>
      )}
    </>
  );
}

type Stop = "reported" | "noticed" | "sealed" | "funded" | "allocated";
const ROAD: readonly Stop[] = ["reported", "noticed", "sealed", "funded", "allocated"];
const ACTS: Readonly<Record<Stop, "report" | "notice" | "seal" | "fund" | "allocate">> = {
  reported: "report",
  noticed: "notice",
  sealed: "seal",
  funded: "fund",
  allocated: "allocate",
};

function ahead(t: T, deal: DealView): TimelineItem[] {
  const standing = deal.state === "disputed" ? deal.disputedFrom : deal.state;
  const reached = ROAD.indexOf(standing as Stop);
  if (reached === -1 && standing !== "draft") return [];
  return ROAD.slice(reached + 1).map((stop, index) => ({
    id: `ahead-${stop}`,
    title: t(`road.${ACTS[stop]}`),
    at: null,
    tone: index === 0 ? "waiting" : "neutral",
    children: <span className="text-muted">{whoActs(t, stop, deal)}</span>,
  }));
}

function whoActs(t: T, stop: Stop, deal: DealView): ReactNode {
  const names = {
    platform: deal.platform.name,
    licensee: deal.licensee.name,
    days: t("days", { n: deal.noticeDays }),
    who: (chunks: ReactNode) => <span translate="no">{chunks}</span>,
  };
  const { noticeEndsAt } = deal;
  switch (stop) {
    case "reported":
      return t.rich("road.reportWho", names);
    case "noticed":
      return t.rich(deal.noticeDays === 0 ? "road.noticeWhoNone" : "road.noticeWho", names);
    case "sealed":
      return (
        <>
          {t.rich("road.sealWho", names)}
          {noticeEndsAt !== null && deal.noticeRunning && (
            <span className="block">
              {t.rich("road.sealAfter", { at: () => <InstantText at={noticeEndsAt} /> })}
            </span>
          )}
        </>
      );
    case "funded":
      return t.rich("road.fundWho", names);
    case "allocated":
      return t("road.allocateWho");
  }
}
