import { transaction } from "@/infra/db/db";
import type { JobHandle } from "@/infra/work/job-run";
import { startJob } from "@/infra/work/queue";
import type { NoticeKind } from "../domain/kinds";
import { type Audience, NoticeJobs } from "../jobs";
import type { Recipient } from "../repository/notices";
import { advanceRun, findRun, insertRun, lockRun } from "../repository/runs";
import { writeNotices } from "./write-notices";

export const SPREAD_PHASES = ["tell"] as const;
const BATCH = 2_000;

/** A notice for everybody of an audience that may be very large; `audience` is what the job needs to find them. */
export type Spread = Readonly<{
  eventId: string;
  kind: NoticeKind;
  organisationId: string | null;
  at: Date;
  /** What it is about, as operators see it in the list of jobs. */
  subject: string;
  audience: Audience;
}>;

/** Starts the job that tells an audience; the same event and kind start one job only. */
export async function startSpread(spread: Spread): Promise<{ jobId: string }> {
  const { eventId, kind, organisationId, at, subject, audience } = spread;
  const eventKey = `${eventId}:${kind}`;
  return transaction(async (tx) => {
    await lockRun(tx, eventKey);
    const known = await findRun(eventKey, tx);
    if (known !== null) return { jobId: known.jobId };
    const jobId = await startJob(tx, NoticeJobs.spread, {
      subject,
      organisationId: null,
      personId: null,
      phases: SPREAD_PHASES,
      input: { eventId, kind, organisationId, at: at.toISOString(), audience },
      now: at,
      heavy: false,
    });
    await insertRun(tx, eventKey, jobId);
    return { jobId };
  });
}

/** The next part of an audience, in the order of people's ids; `after` is where the part after it begins, null at the end. */
export type NextPeople = (
  after: string,
  take: number,
) => Promise<Readonly<{ recipients: readonly Recipient[]; after: string | null }>>;

/**
 * Writes the notices of an audience in batches. One transaction holds a batch and the run's progress, so after a crash the
 * worker resumes with the unfinished batch and nobody gets a notice twice.
 */
export async function spreadNotices(job: JobHandle, next: NextPeople): Promise<void> {
  const { eventId, kind, organisationId, at } = job.input(NoticeJobs.spread);
  const telling = { eventId, kind, organisationId, at: new Date(at) };
  const eventKey = `${eventId}:${kind}`;
  await job.phase("tell", async () => {
    const run = await findRun(eventKey);
    let written = run?.written ?? 0n;
    for (let after: string | null = run?.afterPerson ?? ""; after !== null; ) {
      const part: Awaited<ReturnType<NextPeople>> = await next(after, BATCH);
      const last = part.after ?? part.recipients.at(-1)?.personId ?? after;
      written += await transaction(async (tx) => {
        const count = await writeNotices(tx, telling, part.recipients);
        await advanceRun(tx, eventKey, last, count);
        return BigInt(count);
      });
      after = part.after;
      await job.progress(written);
    }
  });
}
