import { z } from "zod";
import { command } from "@/infra/verb/command";
import { startJob } from "@/infra/work/queue";
import { actorName, isOperator, personIdOf } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { readableText } from "@/kernel/wire";
import { whyNotAlone } from "../domain/causes";
import { LedgerEvents } from "../events";
import { LedgerJobs } from "../jobs";
import { isLong, reverseEntryInTx, reversibleEntry } from "./reverse-in-tx";
import { REVERSE_PHASES } from "./reverse-long-entry";

/**
 * History is never edited: a wrong entry is answered by a new one with the sides exchanged, naming the old. A long one is
 * reversed by a job.
 */
export const reverseEntry = command({
  name: "ledger.reverse_entry",
  scope: "operator:write",
  stepUp: true,
  input: z.object({
    entryId: z.string().min(1),
    reason: readableText(LIMITS.nameCharsMax, "Say why.", 3),
  }),
  output: z.object({
    entryId: z.string().nullable().meta({ description: "The reversal; null while a job makes it." }),
    jobId: z.string().nullable(),
  }),
  async run({ tx, actor, now }, { entryId, reason }) {
    if (!isOperator(actor, "operator:write")) throw notFound("entry");
    const entry = await reversibleEntry(tx, entryId);
    const notAlone = whyNotAlone(entry.cause);
    if (notAlone !== null)
      throw new DomainError("CONFLICT", notAlone.message, { detail: { because: notAlone.because } });
    if (isLong(entry)) {
      const jobId = await startJob(tx, LedgerJobs.reverse, {
        subject: entryId,
        organisationId: null,
        personId: personIdOf(actor),
        phases: REVERSE_PHASES,
        input: { reason, by: actorName(actor) },
        now,
      });
      return {
        value: { entryId: null, jobId },
        events: [LedgerEvents.reversal_started({ entryId, jobId })],
        audit: { subject: entryId, detail: { jobId, reason } },
      };
    }
    const made = await reverseEntryInTx(tx, { entryId, reason, actor: actorName(actor), now });
    return {
      value: { entryId: made.entryId, jobId: null },
      events: [LedgerEvents.entry_reversed({ entryId, reversalId: made.entryId })],
      audit: { subject: entryId, detail: { reversalId: made.entryId, reason } },
    };
  },
});
