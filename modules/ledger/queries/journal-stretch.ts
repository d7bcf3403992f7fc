import { query } from "@/infra/verb/query";
import { type EntryRow, entriesAfter, linesAfter } from "../repository/books";
import { JournalStretch, JournalStretchRequest } from "../schema";
import { operatorOnly, wireLine } from "./books";

const ENTRIES = 200;
const LINES = 5_000;

/**
 * A stretch of the journal, oldest first, small enough to hold in memory: at most 200 entries or 5,000 lines of one
 * entry. `next` continues; an export asks until it is null.
 */
export const readJournalStretch = query({
  name: "ledger.journal_stretch",
  scope: "operator:read",
  input: JournalStretchRequest,
  output: JournalStretch,
  async run({ actor }, { afterNo, afterLine }) {
    operatorOnly(actor);
    const entries: { row: EntryRow; first: boolean; lines: ReturnType<typeof wireLine>[] }[] = [];
    let room = LINES;
    // An entry of which lines are left over comes first: `afterNo` then names the entry before it.
    for (const row of await entriesAfter(BigInt(afterNo), ENTRIES)) {
      const after = entries.length === 0 ? BigInt(afterLine) : 0n;
      const lines = (await linesAfter({ entryNo: row.no, afterId: after, take: room })).map(wireLine);
      entries.push({ row, first: after === 0n, lines });
      room -= lines.length;
      if (room === 0)
        return {
          entries: entries.map(wire),
          next: { afterNo: String(row.no - 1n), afterLine: lines.at(-1)?.id ?? "0" },
        };
    }
    const last = entries.at(-1);
    return {
      entries: entries.map(wire),
      next: last === undefined ? null : { afterNo: String(last.row.no), afterLine: "0" },
    };
  },
});

function wire(entry: { row: EntryRow; first: boolean; lines: ReturnType<typeof wireLine>[] }) {
  const { no, memo, cause, causeId, effectiveAt, recordedAt } = entry.row;
  return {
    no: String(no),
    memo,
    cause,
    causeId,
    effectiveAt: effectiveAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    first: entry.first,
    lines: entry.lines,
  };
}
