"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { JobView } from "@/modules/jobs/schema";
import { Badge } from "@/ui/badge";
import { Banner } from "@/ui/banner";
import { type Phase, Phases } from "@/ui/progress";
import { durationText, JOB_STATES, phaseLabel } from "./words.client";

/**
 * A job as it goes on: follows the server-sent events, catches up after a lost connection, and refreshes the page once
 * when the job has ended, so that what it made appears.
 */
export function JobLive({ initial }: { initial: JobView }) {
  const [job, setJob] = useState(initial);
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
    source.addEventListener("job", (event) => {
      const next = JSON.parse((event as MessageEvent<string>).data) as JobView;
      setJob(next);
      if (!hasEnded(next)) return;
      source.close(); // Else the browser would open the finished stream again, for ever.
      refreshed.current = true;
      router.refresh();
    });
    return () => source.close();
  }, [initial, router]);

  const state = JOB_STATES[job.state];
  return (
    <div className="flex flex-col gap-5">
      <p className="flex flex-wrap items-center gap-3" aria-live="polite">
        <Badge tone={state.tone}>{state.label}</Badge>
        <span className="text-muted tabular-nums">{speedText(job)}</span>
      </p>
      <Phases phases={job.phases.map(toPhase)} />
      {job.error && (
        <Banner tone={job.state === "cancelled" ? "waiting" : "bad"} title={job.error.message}>
          Reason: {job.error.code.toLowerCase().replaceAll("_", " ")}
        </Banner>
      )}
    </div>
  );
}

function hasEnded(job: JobView): boolean {
  return job.state === "succeeded" || job.state === "failed" || job.state === "cancelled";
}

function toPhase(phase: JobView["phases"][number]): Phase {
  const state = phase.state === "running" ? "now" : phase.state;
  const rows = phase.rowsDone === undefined ? null : grouped(phase.rowsDone);
  const total = phase.rowsTotal === undefined ? "" : ` of ${grouped(phase.rowsTotal)}`;
  return {
    name: phase.name,
    label: phaseLabel(phase.name),
    state,
    ...(rows === null ? {} : { detail: `${rows}${total} rows` }),
  };
}

function speedText(job: JobView): string {
  if (job.state === "queued") return "Waiting for its turn. You can close this page; it goes on without you.";
  if (job.state !== "running")
    return job.finishedAt
      ? `Ended ${new Date(job.finishedAt).toISOString().slice(0, 16).replace("T", " ")} UTC`
      : "";
  const speed = job.rowsPerSecond ? `${grouped(String(job.rowsPerSecond))} rows per second` : "";
  const left = job.secondsLeft === null ? "" : `, about ${durationText(job.secondsLeft)} left in this step`;
  return `${speed}${left}${job.cancelRequested ? " · stopping" : ""}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
