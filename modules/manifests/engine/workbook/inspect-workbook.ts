import { Slots } from "@/infra/work/slots";
import { LIMITS } from "@/kernel/limits";
import { cutText } from "@/kernel/text";
import { checkColumns } from "../checks/check-columns";
import type { Inspection } from "../look/inspection";
import { Archive } from "./archive";
import { noSheet } from "./refusals";
import { type RawRow, rowsOf } from "./rows";
import { cellsOf, headerOf, tableSheet } from "./table";
import { readTexts } from "./texts";
import { readWorkbook, type Workbook } from "./workbook";

const SAMPLE_ROWS = 8;
const SAMPLE_CHARS = 300;
const INSPECTIONS = new Slots(LIMITS.inspectionsAtOnce);

/** What a workbook's one table calls its columns, and its first rows. Throws MANIFEST_FORMAT or MANIFEST_LIMIT with what to do. */
export function inspectWorkbook(path: string): Promise<Inspection> {
  return INSPECTIONS.run(() =>
    Archive.with(path, async (archive) => {
      const book = await readWorkbook(archive);
      const head = await firstRows(archive, await tableSheet(archive, book), book);
      const texts = await textsOf(archive, book, head);
      const [header = [], ...rows] = head.map((row) => cellsOf(row, book, (at) => texts.get(at) ?? null));
      const columns = headerOf(header);
      if (columns.length === 0) throw noSheet();
      checkColumns(columns);
      const sample = rows.map((row) => columns.map((_, at) => cutText(row[at]?.text ?? "", SAMPLE_CHARS)));
      return {
        ...{ format: "xlsx", compression: "none", encoding: null, delimiter: null },
        ...{ columns, sample },
      };
    }),
  );
}

async function firstRows(archive: Archive, part: string, book: Workbook): Promise<RawRow[]> {
  const head: RawRow[] = [];
  for await (const { rows } of rowsOf(archive, part, book)) {
    head.push(...rows.slice(0, SAMPLE_ROWS + 1 - head.length));
    if (head.length > SAMPLE_ROWS) break;
  }
  return head;
}

/** Only the texts of these rows: a request must not hold all of a workbook's. */
async function textsOf(
  archive: Archive,
  book: Workbook,
  head: readonly RawRow[],
): Promise<Map<number, string>> {
  const wanted = new Set(
    head.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell?.type === "s" && cell.value !== null ? [Number(cell.value.trim())] : [])),
    ),
  );
  const texts = new Map<number, string>();
  if (book.textsPart === null || wanted.size === 0) return texts;
  const last = Math.max(...wanted);
  await readTexts(
    archive,
    book.textsPart,
    (text, at) => {
      if (wanted.has(at)) texts.set(at, text);
    },
    (at) => at > last,
  );
  return texts;
}
