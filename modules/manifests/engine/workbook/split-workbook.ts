import { LIMITS } from "@/kernel/limits";
import { sheetRecord, withoutMarks } from "../../domain/records/sheet-cell";
import { WorkLines } from "../../domain/work-lines";
import { RAW_BYTES_MAX, type SplitRequest } from "../unpack/split";
import type { Meter } from "../unpack/unpack";
import { keptSplit, type Split, WorkFiles } from "../unpack/work-files";
import { checkUnpacked, UNPACK_LIMITS, type UnpackLimits } from "../unpack/work-limits";
import { Archive } from "./archive";
import { brokenWorkbook, mergedCells } from "./refusals";
import { type RawRow, rowsOf } from "./rows";
import { cellsOf, tableSheet } from "./table";
import { Texts } from "./texts";
import { readWorkbook } from "./workbook";

/** Rows are cut with commas between their cells. */
export const SHEET_DELIMITER = ",";

/**
 * Cuts the one table of a workbook into records, as `splitText` does with a text: a record's line is its row in the sheet.
 * Rows without content are passed over. Throws MANIFEST_FORMAT for merged cells below the header: only one of their rows
 * would have the value.
 */
export function splitWorkbook(request: SplitRequest): Promise<Split> {
  const { path, dir, attempt } = request;
  const limits = request.limits ?? UNPACK_LIMITS;
  return keptSplit(dir, attempt, () =>
    Archive.with(path, (archive) =>
      WorkFiles.with({ dir, attempt, limits, packedBytes: archive.bytes }, (files) =>
        cut({ request, archive, files, limits }),
      ),
    ),
  );
}

type Cut = Readonly<{ request: SplitRequest; archive: Archive; files: WorkFiles; limits: UnpackLimits }>;

async function cut({ request, archive, files, limits }: Cut): Promise<Split> {
  const book = await readWorkbook(archive);
  const part = await tableSheet(archive, book);
  const texts = await Texts.of(archive, book.textsPart);
  const meter: Meter = { packedBytes: 0 };
  const records = new Records(files, request);
  const merged: string[] = [];
  for await (const piece of rowsOf(archive, part, book, meter)) {
    for (const row of piece.rows)
      records.take(
        row,
        cellsOf(row, book, (at) => texts.at(at)),
      );
    merged.push(...piece.merged.slice(0, LIMITS.manifestColumnsMax));
    await files.flush();
    checkUnpacked(records.bytes, archive.bytes, limits); // A text that many cells name becomes as many texts.
    await request.onProgress(records.seen, meter.packedBytes);
  }
  if (records.headerLine === null) throw brokenWorkbook(); // It had a header when it came.
  const below = merged.find((place) => lastRow(place) > (records.headerLine ?? 0));
  if (below !== undefined) throw mergedCells(below);
  return records.end();
}

/** The last row of a place such as A2:B7. */
const lastRow = (place: string): number => Number(/(\d+)$/.exec(place)?.[1] ?? 0);

class Records {
  headerLine: number | null = null;
  bytes = 0;
  private record = 0;
  private good = 0;
  private faulty = 0;
  private quoted = 0;
  private readonly lines: WorkLines;
  private readonly lineBytesMax: number;
  private readonly columns: number;

  constructor(
    private readonly files: WorkFiles,
    { inspection, lineBytesMax }: SplitRequest,
  ) {
    this.lines = new WorkLines(SHEET_DELIMITER.charCodeAt(0), files.output);
    this.lineBytesMax = lineBytesMax ?? LIMITS.manifestLineBytesMax;
    this.columns = inspection.columns.length;
  }

  /** The header among them. */
  get seen(): number {
    return this.record;
  }

  take({ line }: RawRow, cells: ReturnType<typeof cellsOf>): void {
    if (cells.every((cell) => (cell ?? null) === null)) return;
    this.record += 1;
    if (this.headerLine === null) {
      this.headerLine = line;
      return;
    }
    const { csv, isQuoted, fault } = sheetRecord(cells, this.columns);
    const bytes = Buffer.from(csv, "utf8");
    this.bytes += bytes.length + 1;
    const reason = bytes.length > this.lineBytesMax ? "line_too_long" : fault;
    if (reason !== null) {
      this.faulty += 1;
      const raw = Buffer.from(withoutMarks(csv.slice(0, RAW_BYTES_MAX)), "utf8").subarray(0, RAW_BYTES_MAX);
      this.files.fault({ record: this.record, line, reason, raw });
      return;
    }
    this.good += 1;
    if (isQuoted) {
      this.quoted += 1;
      this.lines.quoted(this.record, line, bytes);
    } else this.lines.plain(this.record, line, bytes);
  }

  end(): Split {
    this.lines.flush();
    return {
      ...{ version: 1, rows: this.files.rows, faults: this.files.faults },
      ...{ received: this.record - 1, good: this.good, faulty: this.faulty, quoted: this.quoted },
      unpackedBytes: this.bytes,
    };
  }
}
