import "server-only";
import { webStream } from "@/infra/files/web-stream";
import { actorName } from "@/kernel/actor";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { getJob } from "@/modules/jobs/queries";
import type { JobView } from "@/modules/jobs/schema";
import { fileRoute, NO_QUERY } from "../api/route";
import { callFromRequest } from "../request/context";

const EVERY_MS = 700;
const LOOKS_BEFORE_ASKING_WHO = 5;
const ENDED = new Set(["succeeded", "failed", "cancelled"]);

type Looks = Readonly<{
  plain: () => Promise<JobView>;
  askingWho: () => Promise<JobView>;
  signal: AbortSignal;
}>;

/** Streams open in this process, by who follows them. */
const open = new Map<string, number>();

/**
 * Follows one job as server-sent events. Each look is an ordinary read, and every few looks check the credential again, so a
 * lost right, membership, key or session ends the stream. So does its age; browsers reconnect.
 */
export const jobEvents = fileRoute(NO_QUERY, async (call, { jobId = "" }, _query, request) => {
  const first = await getJob(call, { jobId }); // Looked at before the answer starts, so a refusal is a proper 404.
  const who = actorName(call.actor);
  if ((open.get(who) ?? 0) >= LIMITS.eventStreamsMax)
    throw new DomainError(
      "RATE_LIMITED",
      `You can follow at most ${LIMITS.eventStreamsMax} jobs at the same time. Close some of these pages, or request the job itself.`,
    );
  const looks: Looks = {
    plain: () => getJob(call, { jobId }),
    askingWho: async () => getJob(await callFromRequest(request), { jobId }),
    signal: request.signal,
  };
  return new Response(webStream(followed(who, first, looks)), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});

async function* followed(who: string, job: JobView, looks: Looks): AsyncGenerator<string> {
  open.set(who, (open.get(who) ?? 0) + 1);
  const until = Date.now() + LIMITS.eventStreamMinutes * 60_000;
  let last = "";
  try {
    for (let look = 1; ; look += 1) {
      const text = JSON.stringify(job);
      yield text === last ? ": still here\n\n" : `event: job\ndata: ${text}\n\n`;
      last = text;
      if (ENDED.has(job.state) || looks.signal.aborted || Date.now() > until) return;
      await new Promise((done) => setTimeout(done, EVERY_MS));
      job = await (look % LOOKS_BEFORE_ASKING_WHO === 0 ? looks.askingWho() : looks.plain());
    }
  } finally {
    const rest = (open.get(who) ?? 1) - 1;
    if (rest > 0) open.set(who, rest);
    else open.delete(who);
  }
}
