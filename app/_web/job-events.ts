import "server-only";
import { getJob } from "@/modules/jobs/queries";
import { handle } from "./route";

const EVERY_MS = 700;
const ENDED = new Set(["succeeded", "failed", "cancelled"]);

/** Follows one job as server-sent events. Each look is an ordinary read by the same actor, so a lost right ends the stream. */
export const jobEvents = handle(async (request, call, { jobId = "" }) => {
  let job = await getJob(call, { jobId }); // The first look is made before the answer starts, so a refusal is a proper 404.
  const encoder = new TextEncoder();
  let last = "";
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      try {
        while (!request.signal.aborted) {
          const text = JSON.stringify(job);
          controller.enqueue(
            encoder.encode(text === last ? ": still here\n\n" : `event: job\ndata: ${text}\n\n`),
          );
          last = text;
          if (ENDED.has(job.state)) break;
          await new Promise((done) => setTimeout(done, EVERY_MS));
          job = await getJob(call, { jobId });
        }
        controller.close();
      } catch {
        controller.error(new Error("the stream ended"));
      }
    },
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
