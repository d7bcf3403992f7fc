import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { now } from "@/infra/clock";
import { storage } from "@/infra/files/storage";
import type { JobHandle, JobHandler } from "@/infra/work/job-run";
import { hasLeft } from "@/modules/parties/people/departure";
import { exportKey } from "./domain/export-file";
import { everythingAbout } from "./sections";

export const EXPORT_PHASES = ["collect"] as const;

/**
 * Writes a person's copy: one JSON object per line, packed. A run after a crash writes the whole file again under the same
 * name.
 */
export const writeExport: JobHandler = {
  async run(job) {
    await job.phase("collect", async () => {
      const packed = Readable.from(lines(job)).pipe(createGzip());
      await storage().put(exportKey(job.id), packed);
      // A person may delete their account while the worker writes; then no copy remains.
      if (await hasLeft(job.subject)) await storage().remove(exportKey(job.id));
    });
  },
  ended: async () => {}, // There is no file then; the list says that it failed.
};

async function* lines(job: JobHandle): AsyncGenerator<string> {
  const signedInAt = now();
  // As the person sees it, without anything of their organisations.
  const actor = {
    kind: "user" as const,
    personId: job.subject,
    memberships: [],
    signedInAt,
    sessionId: `export:${job.id}`,
  };
  yield `${JSON.stringify({ section: "about", value: { format: "remit-export/1", madeAt: signedInAt.toISOString() } })}\n`;
  let count = 0;
  for await (const line of everythingAbout({ actor, requestId: job.id })) {
    yield `${JSON.stringify(line)}\n`;
    count += 1;
    if (count % 100 === 0) await job.progress(count);
  }
  await job.progress(count);
}
