import { command } from "@/infra/verb/command";
import { startJob } from "@/infra/work/queue";
import { requireSignedIn } from "@/kernel/access";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { daysAfter } from "@/kernel/time";
import { ExportJobs } from "./jobs";
import { exportsOf, lockExports } from "./repository/exports";
import { ExportStarted, Nothing } from "./schema";
import { EXPORT_PHASES } from "./write-export";

/** Starts a copy of everything about the signed-in person, more than any key of theirs may read. While a copy is in progress, the answer is that copy. */
export const requestExport = command({
  name: "exports.request",
  scope: "parties:write",
  stepUp: true,
  input: Nothing,
  output: ExportStarted,
  async run({ tx, actor, now }) {
    const personId = requireSignedIn(actor);
    await lockExports(tx, personId);
    const known = await exportsOf(personId, tx);
    const running = known.find(({ state }) => state === "queued" || state === "running");
    if (running !== undefined)
      return { value: { id: running.id }, events: [], audit: { subject: running.id, personId } };
    const today = known.filter(({ createdAt }) => createdAt > daysAfter(now, -1));
    if (today.length >= LIMITS.exportsPerDay)
      throw new DomainError(
        "RATE_LIMITED",
        `You can create ${LIMITS.exportsPerDay} copies a day. The newest one is still available.`,
        { detail: { because: "copies_a_day", max: LIMITS.exportsPerDay, retryAfter: 3_600 } },
      );
    const id = await startJob(tx, ExportJobs.write, {
      subject: personId,
      organisationId: null,
      personId,
      phases: EXPORT_PHASES,
      input: { personId },
      now,
      heavy: false,
    });
    return { value: { id }, events: [], audit: { subject: id, personId } };
  },
});
