import { now } from "@/infra/clock";
import { transaction } from "@/infra/db/db";
import { putEvents } from "@/infra/events/outbox";
import type { JobHandler } from "@/infra/work/job-run";
import { LedgerEvents } from "../events";
import { LedgerJobs } from "../jobs";
import { findEntry } from "../repository/books";
import { reverseEntryInTx } from "./reverse-in-tx";

export const REVERSE_PHASES = ["reverse"] as const;

/** The job behind the reversal of a long entry: one transaction. Killed and run again, it finds nothing or all of it. */
export const reverseLongEntry: JobHandler = {
  async run(job) {
    const { reason, by } = job.input(LedgerJobs.reverse);
    await job.phase("reverse", () =>
      transaction(
        async (tx) => {
          if ((await findEntry(job.subject, tx))?.reversedById !== null) return;
          const at = now();
          const made = await reverseEntryInTx(tx, { entryId: job.subject, reason, actor: by, now: at });
          const payload = { entryId: job.subject, reversalId: made.entryId };
          await putEvents(tx, [LedgerEvents.entry_reversed(payload)], at);
          await job.checkCancelled(); // Nothing is committed then.
        },
        { timeoutMs: 30 * 60_000 },
      ),
    );
  },
  ended: async () => {}, // The entry stands as it did; the operator reads why in the job.
};
