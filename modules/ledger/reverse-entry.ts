import { z } from "zod";
import { command } from "@/infra/command";
import { actorName, isOperator } from "@/kernel/actor";
import { DomainError, notFound } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { reversed } from "./domain/entry";
import { postEntry } from "./post-entry";
import { findEntry, linesOf } from "./repository/books";

const REVERSIBLE_LINES_MAX = 10_000;

/** History is never edited: a wrong entry is answered by a new one with the sides exchanged, naming the old. */
export const reverseEntry = command({
  name: "ledger.reverse_entry",
  scope: "operator:write",
  stepUp: true,
  input: z.object({
    entryId: z.string().min(1),
    reason: z.string().trim().min(3, "say why").max(LIMITS.nameCharsMax),
  }),
  output: z.object({ entryId: z.string() }),
  async run({ tx, actor, now }, { entryId, reason }) {
    if (!isOperator(actor, "operator:write")) throw notFound("entry");
    const entry = await findEntry(entryId, tx);
    if (entry === null) throw notFound("entry");
    if (entry.reversesId !== null)
      throw new DomainError("CONFLICT", "This entry is itself a reversal; post what should stand instead.", {
        detail: { because: "is_reversal" },
      });
    if (entry.reversedById !== null)
      throw new DomainError("CONFLICT", "This entry was reversed before.", {
        detail: { because: "reversed_before", entryId: entry.reversedById },
      });
    if (entry.lines > BigInt(REVERSIBLE_LINES_MAX))
      throw new DomainError(
        "CONFLICT",
        `An entry of more than ${REVERSIBLE_LINES_MAX} lines is corrected by its run.`,
        { detail: { because: "entry_too_long", max: REVERSIBLE_LINES_MAX } },
      );
    const lines = await linesOf(tx, entry.no, REVERSIBLE_LINES_MAX);
    const made = await postEntry(tx, {
      idempotencyKey: `reversal:${entryId}`,
      cause: "reversal",
      causeId: entryId,
      memo: `Reversal of entry ${entry.no}: ${reason}`,
      effectiveAt: now,
      actor: actorName(actor),
      reversesId: entryId,
      lines: reversed(lines),
    });
    if (!made.posted)
      throw new DomainError("CONFLICT", "This entry was reversed before.", {
        detail: { because: "reversed_before" },
      });
    return {
      value: { entryId: made.entryId },
      events: [{ type: "ledger.entry_reversed", payload: { entryId, reversalId: made.entryId } }],
      audit: { subject: entryId, detail: { reversalId: made.entryId, reason } },
    };
  },
});
