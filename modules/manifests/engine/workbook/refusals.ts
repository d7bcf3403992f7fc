import { bytesText } from "@/kernel/bytes";
import { DomainError } from "@/kernel/errors";
import { LIMITS } from "@/kernel/limits";
import { cutText } from "@/kernel/text";

const unreadable = (because: string, message: string, detail: Record<string, unknown> = {}): DomainError =>
  new DomainError("MANIFEST_FORMAT", message, { detail: { because, ...detail } });

export const brokenWorkbook = (): DomainError =>
  unreadable(
    "workbook_damaged",
    "The workbook is damaged or cut short. Open it, save it again as .xlsx or CSV, and send that.",
  );

export const workbookProtected = (): DomainError =>
  unreadable(
    "workbook_password",
    "This workbook is protected by a password. Save it without one, as .xlsx or CSV.",
  );

export const tooManyParts = (): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    `The workbook is made of more than ${LIMITS.workbookPartsMax.toLocaleString("en")} parts. Copy the table into a new workbook, or save it as CSV.`,
    { detail: { because: "workbook_parts", limit: "workbookPartsMax", max: LIMITS.workbookPartsMax } },
  );

export const tooMuchText = (): DomainError =>
  new DomainError(
    "MANIFEST_LIMIT",
    `The workbook holds more than ${bytesText(LIMITS.workbookTextBytesMax)} of texts, the most that is read. Save the sheet as CSV.`,
    {
      detail: {
        ...{ because: "workbook_texts", limit: "workbookTextBytesMax" },
        ...{ max: LIMITS.workbookTextBytesMax, size: bytesText(LIMITS.workbookTextBytesMax) },
      },
    },
  );

export const severalSheets = (names: readonly string[]): DomainError => {
  const sheets = names
    .slice(0, 5)
    .map((name) => `"${cutText(name, 31)}"`)
    .join(", ");
  return unreadable(
    "several_sheets",
    `More than one sheet has rows: ${sheets}. A manifest is one table. Save each sheet as a file of its own.`,
    { sheets },
  );
};

export const noSheet = (): DomainError =>
  unreadable("no_sheet_rows", "No sheet of the workbook has a row. The first row must name the columns.");

export const mergedCells = (place: string): DomainError =>
  unreadable(
    "merged_cells",
    `Cells are merged at ${cutText(place, 20)}. A merged cell belongs to one row only. Unmerge the cells, and write the value into each row.`,
    { place: cutText(place, 20) },
  );

export const isOldExcel = (): DomainError =>
  unreadable("is_xls", "This is an old Excel workbook (.xls). Save it as .xlsx or CSV, and send that.");

/** What a ZIP archive is that is no .xlsx workbook, by what is in it. */
export function notAWorkbook(names: readonly string[], mimetype: string): DomainError {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (mimetype.startsWith("application/vnd.oasis.opendocument.spreadsheet"))
    return unreadable(
      "is_ods",
      "This is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV, and send that.",
    );
  if (has(/^xl\/workbook\.bin$/i))
    return unreadable(
      "is_xlsb",
      "This is a binary workbook (.xlsb). Save it as .xlsx or CSV, and send that.",
    );
  if (has(/\.iwa$|^Index\.zip$/i))
    return unreadable("is_numbers", "This is a Numbers file. Export it as .xlsx or CSV, and send that.");
  if (has(/^(word|ppt)\//) || mimetype.startsWith("application/"))
    return unreadable(
      "is_document",
      "This is a text document. Send the table as CSV, JSON Lines or Parquet.",
    );
  return unreadable(
    "is_zip",
    "This is a ZIP archive. Unpack it and send the table in it: .xlsx, CSV, CSV.gz, JSON Lines or Parquet.",
  );
}
