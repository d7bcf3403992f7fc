import { sqlText, withEngine } from "@/infra/engine/engine";
import { storage } from "@/infra/files/storage";
import { BYTE_ORDER_MARK, csvLine } from "@/kernel/csv";
import { correctionText, REASONS, type Reason } from "../domain/reasons";

/** One fault of one rejected record, as kept in the rejections file. */
export type RejectionRow = Readonly<{
  record: bigint;
  line: bigint;
  field: string;
  reason: Reason;
  message: string;
  value: string | null;
  otherLine: bigint | null;
  original: string;
}>;

const COLUMNS = "record, line, field, reason, value, other_line, original";

type Cell = string | bigint | number | null;

function toRow(cells: readonly unknown[]): RejectionRow {
  const [record, line, field, reason, value, otherLine, original] = cells as Cell[];
  const other = otherLine === null || otherLine === undefined ? null : BigInt(otherLine);
  const known = REASONS.find((name) => name === reason);
  if (known === undefined) throw new Error(`invariant broken: unknown reason ${String(reason)}`);
  return {
    record: BigInt(record ?? 0),
    line: BigInt(line ?? 0),
    field: String(field),
    reason: known,
    message: correctionText(known, other),
    value: value === null || value === undefined ? null : String(value),
    otherLine: other,
    original: String(original ?? ""),
  };
}

/**
 * Some rows of a rejections file, beginning with its row number `from`, and the number of the row after them. The file was
 * written in the order of records, so a page is found by its place and nothing is sorted again.
 */
export async function readRejections(
  key: string,
  { reason, from, take }: { reason: Reason | null; from: number; take: number },
): Promise<{ rows: RejectionRow[]; next: string | null }> {
  const file = sqlText(await storage().localPath(key));
  const where = `file_row_number >= ${from}${reason === null ? "" : ` AND reason = ${sqlText(reason)}`}`;
  return withEngine(async (connection) => {
    const result = await connection.runAndReadAll(
      `SELECT ${COLUMNS}, file_row_number FROM read_parquet(${file}, file_row_number = true)
       WHERE ${where} ORDER BY file_row_number LIMIT ${take + 1}`,
    );
    const found = result.getRows();
    const after = found[take]?.at(-1);
    return { rows: found.slice(0, take).map(toRow), next: after === undefined ? null : String(after) };
  });
}

/** The whole rejections file as CSV, streamed; cells that look like formulas are made harmless. */
export async function* rejectionsCsv(key: string): AsyncGenerator<string> {
  const file = sqlText(await storage().localPath(key));
  yield BYTE_ORDER_MARK +
    csvLine(["record", "line", "field", "reason", "message", "value", "other_line", "original"]);
  // A queue of one between the engine's callback and the reader: only the chunk being sent is in memory.
  let deliver: (text: string | null) => void = () => {};
  let next = new Promise<string | null>((resolve) => {
    deliver = resolve;
  });
  let taken: () => void = () => {};
  let stopped = false;
  const finished = withEngine(async (connection) => {
    await connection.run("SET preserve_insertion_order = true");
    const result = await connection.stream(`SELECT ${COLUMNS} FROM read_parquet(${file})`);
    while (!stopped) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      const text = chunk
        .getRows()
        .map((cells) => line(toRow(cells)))
        .join("");
      const read = new Promise<void>((resolve) => {
        taken = resolve;
      });
      deliver(text);
      await read;
    }
  }).finally(() => deliver(null));
  try {
    for (;;) {
      const text = await next;
      if (text === null) break;
      next = new Promise((resolve) => {
        deliver = resolve;
      });
      taken();
      yield text;
    }
  } finally {
    stopped = true; // The reader may have gone: the engine must not wait for it.
    taken();
  }
  await finished;
}

const line = (row: RejectionRow): string =>
  csvLine([row.record, row.line, row.field, row.reason, row.message, row.value, row.otherLine, row.original]);
