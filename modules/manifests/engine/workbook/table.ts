import { type RawCell, readCell, type SheetCell } from "../../domain/records/sheet-cell";
import type { Archive } from "./archive";
import { noSheet, severalSheets } from "./refusals";
import { type RawRow, rowsOf } from "./rows";
import type { Workbook } from "./workbook";

/** How much of a sheet without a single value is looked at, in pieces of unpacked text. */
const PIECES_LOOKED_AT = 4096;

/**
 * The one sheet with rows. Throws MANIFEST_FORMAT when there is none or more than one: rows on a sheet that nobody reads would
 * be people who get nothing. Sheets are looked at until their first value.
 */
export async function tableSheet(archive: Archive, book: Workbook): Promise<string> {
  const filled: { name: string; part: string }[] = [];
  for (const sheet of book.sheets) if (await hasRows(archive, sheet.part, book)) filled.push(sheet);
  const [table, ...others] = filled;
  if (table === undefined) throw noSheet();
  if (others.length > 0) throw severalSheets(filled.map(({ name }) => name));
  return table.part;
}

async function hasRows(archive: Archive, part: string, book: Workbook): Promise<boolean> {
  let pieces = 0;
  for await (const { rows } of rowsOf(archive, part, book)) {
    if (rows.length > 0) return true;
    pieces += 1;
    if (pieces > PIECES_LOOKED_AT) return true; // Megabytes of blank cells: if this is not the table, it is named.
  }
  return false;
}

/** What the cells of a row say; an absent cell is undefined. */
export function cellsOf(
  { cells }: RawRow,
  { is1904 }: Pick<Workbook, "is1904">,
  shared: (at: number) => string | null,
): (SheetCell | null | undefined)[] {
  return Array.from(cells, (cell: RawCell | undefined) =>
    cell === undefined ? undefined : readCell(cell, { is1904, shared }),
  );
}

/** The names of the columns: the first row, up to its last cell that says anything. */
export function headerOf(cells: readonly (SheetCell | null | undefined)[]): string[] {
  const names = Array.from(cells, (cell) => (cell?.text ?? "").trim());
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}
