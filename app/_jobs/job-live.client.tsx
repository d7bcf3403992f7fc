"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { JobView } from "@/modules/jobs/schema";
import { Bar, type Phase, Phases } from "@/ui/page/progress";
import { Badge } from "@/ui/text/badge";
import { InstantText } from "@/ui/text/numbers";
import { FailureText } from "./failure-text.client";
import { durationWords, JOB_TONES, type JobWords, phaseText } from "./words.client";

/**
 * A job as it goes on: follows the server-sent events, catches up after a lost connection, and refreshes the page once
 * when the job has ended, so that what it made appears.
 */
export function JobLive({ initial }: { initial: JobView }) {
  const t = useTranslations("jobs");
  const { job, lost } = useJob(initial);
  const now = job.phases.find((phase) => phase.state === "running");
  return (
    <div className="flex max-w-2xl flex-col gap-5" data-job={job.state}>
      <p className="flex flex-wrap items-center gap-3" aria-live="polite">
        <Badge tone={JOB_TONES[job.state]}>{t(`state.${job.state}`)}</Badge>
        <Standing job={job} />
      </p>
      {job.state === "running" && now !== undefined && (
        <div className="flex flex-col gap-2">
          <Bar
            value={Number(now.rowsDone ?? 0)}
            max={now.rowsTotal === undefined ? null : Number(now.rowsTotal)}
            label={t("working", { step: phaseText(t, now.name) })}
            showCounts={false}
          />
          <p className="min-h-6 text-sm text-muted tabular-nums">{speedText(t, job)}</p>
        </div>
      )}
      {lost && <p className="text-sm text-waiting">{t("lost")}</p>}
      <Phases phases={job.phases.map((phase) => phaseOf(t, phase))} />
      {job.error && <FailureText failure={job.error} cancelled={job.state === "cancelled"} />}
    </div>
  );
}

function useJob(initial: JobView): { job: JobView; lost: boolean } {
  const [job, setJob] = useState(initial);
  const [lost, setLost] = useState(false);
  const router = useRouter();
  const refreshed = useRef(false);
  useEffect(() => {
    if (refreshed.current) return;
    if (hasEnded(initial)) {
      // It ended while the page was being made: what the page read before that is out of date.
      refreshed.current = true;
      router.refresh();
      return;
    }
    const source = new EventSource(`/api/v1/jobs/${initial.id}/events`);
    source.addEventListener("error", () => setLost(true)); // The browser opens it again by itself.
    source.addEventListener("job", (event) => {
      const next = JSON.parse((event as MessageEvent<string>).data) as JobView;
      setLost(false);
      setJob(next);
      if (!hasEnded(next)) return;
      source.close(); // Else the browser would open the finished stream again, for ever.
      refreshed.current = true;
      router.refresh();
    });
    return () => source.close();
  }, [initial, router]);
  return { job, lost };
}

function Standing({ job }: { job: JobView }) {
  const t = useTranslations("jobs");
  if (job.state === "queued") return <span className="text-muted">{t("queued")}</span>;
  if (job.state === "running")
    return <span className="text-muted">{t(job.cancelRequested ? "stopping" : "goesOn")}</span>;
  const { finishedAt } = job;
  if (finishedAt === null) return null;
  return <span className="text-muted">{t.rich("ended", { at: () => <InstantText at={finishedAt} /> })}</span>;
}

function hasEnded(job: JobView): boolean {
  return job.state === "succeeded" || job.state === "failed" || job.state === "cancelled";
}

function phaseOf(t: JobWords, phase: JobView["phases"][number]): Phase {
  const state = phase.state === "running" ? "now" : phase.state;
  const detail = detailText(t, phase);
  return { name: phase.name, label: phaseText(t, phase.name), state, ...(detail === "" ? {} : { detail }) };
}

function detailText(t: JobWords, phase: JobView["phases"][number]): string {
  const done = phase.rowsDone === undefined ? null : Number(phase.rowsDone);
  const total = phase.rowsTotal === undefined ? null : Number(phase.rowsTotal);
  if (phase.state === "done") {
    const took =
      phase.startedAt === undefined || phase.finishedAt === undefined
        ? null
        : durationWords(t, (Date.parse(phase.finishedAt) - Date.parse(phase.startedAt)) / 1000);
    // The last report before the end may fall short of it: a finished step has done all it was to do.
    const rows = total ?? done;
    if (rows === null) return took === null ? "" : t("detail.took", { time: took });
    return took === null ? t("detail.rows", { done: rows }) : t("detail.rowsIn", { done: rows, time: took });
  }
  if (done === null) return "";
  return total === null ? t("detail.rows", { done }) : t("detail.rowsOf", { done, total });
}

function speedText(t: JobWords, job: JobView): string {
  const speed = job.rowsPerSecond ? t("speed", { rows: job.rowsPerSecond }) : "";
  const left =
    job.secondsLeft === null || !job.rowsPerSecond
      ? ""
      : t("left", { time: durationWords(t, job.secondsLeft) });
  return [speed, left].filter((part) => part !== "").join(" · ");
}
