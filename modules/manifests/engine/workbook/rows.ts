import { columnOf, type RawCell, unescaped } from "../../domain/records/sheet-cell";
import type { Meter } from "../unpack/unpack";
import type { Archive } from "./archive";
import { brokenWorkbook } from "./refusals";
import type { Workbook } from "./workbook";
import { readXml } from "./xml";

/** `line`: the row's number in the sheet, from 1. Rows and cells without any content are left out. */
export type RawRow = Readonly<{ line: number; cells: readonly (RawCell | undefined)[] }>;
/** Some rows of a sheet, and the places of merged cells that came with them: they are written behind the last row. */
export type Rows = Readonly<{ rows: readonly RawRow[]; merged: readonly string[] }>;

const COLUMNS_MAX = 16_384;

/** The rows of a sheet in their order, hidden ones too. Throws MANIFEST_FORMAT for a sheet whose rows or cells are not in order. */
export async function* rowsOf(
  archive: Archive,
  part: string,
  { dateStyles }: Pick<Workbook, "dateStyles">,
  meter?: Meter,
): AsyncGenerator<Rows> {
  const sheet = new Sheet(dateStyles);
  for await (const _ of readXml(archive.part(part, meter), sheet)) yield sheet.taken();
  if (!sheet.isComplete) throw brokenWorkbook();
}

class Sheet {
  isComplete = false;
  private rows: RawRow[] = [];
  private merged: string[] = [];
  private line = 0;
  private cells: (RawCell | undefined)[] = [];
  private column = -1;
  private cell: { type: string; isDate: boolean; value: string | null; hasFormula: boolean } | null = null;
  private isHeard = false;
  private isSpoken = false;
  private isInRow = false;

  constructor(private readonly dateStyles: ReadonlySet<number>) {}

  taken(): Rows {
    const taken = { rows: this.rows, merged: this.merged };
    this.rows = [];
    this.merged = [];
    return taken;
  }

  open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    switch (name) {
      case "row":
        this.openRow(attributes.r);
        break;
      case "c":
        this.openCell(attributes);
        break;
      case "f":
        if (this.cell !== null) this.cell.hasFormula = true;
        break;
      case "v":
        this.hear(true);
        break;
      case "rPh":
        this.isSpoken = true;
        break;
      case "t":
        this.hear(this.cell?.type === "inlineStr" && !this.isSpoken);
        break;
      case "mergeCell":
        if (attributes.ref !== undefined) this.merged.push(attributes.ref);
        break;
    }
  };

  text = (text: string): void => {
    if (this.isHeard && this.cell !== null) this.cell.value = (this.cell.value ?? "") + text;
  };

  close = (name: string): void => {
    switch (name) {
      case "v":
      case "t":
        this.isHeard = false;
        break;
      case "rPh":
        this.isSpoken = false;
        break;
      case "c":
        this.closeCell();
        break;
      case "row":
        if (this.cells.length > 0) this.rows.push({ line: this.line, cells: this.cells });
        this.cells = [];
        this.isInRow = false;
        break;
      case "worksheet":
        this.isComplete = true;
        break;
    }
  };

  private openRow(number: string | undefined): void {
    const line = number === undefined ? this.line + 1 : Number(number);
    if (!Number.isInteger(line) || line <= this.line) throw brokenWorkbook();
    this.line = line;
    this.column = -1;
    this.isInRow = true;
  }

  private openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    if (!this.isInRow) return;
    const column = r === undefined ? this.column + 1 : columnOf(r);
    if (column === null || column <= this.column || column >= COLUMNS_MAX) throw brokenWorkbook();
    this.column = column;
    const type = t ?? "n";
    const isDate = type === "n" && s !== undefined && this.dateStyles.has(Number(s));
    this.cell = { type, isDate, value: null, hasFormula: false };
  }

  private hear(isHeard: boolean): void {
    this.isHeard = isHeard && this.cell !== null;
    if (this.isHeard && this.cell !== null) this.cell.value ??= "";
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (cell === null) return;
    const isText = cell.type === "str" || cell.type === "inlineStr";
    if (isText && cell.value !== null) cell.value = unescaped(cell.value);
    if (cell.value !== null ? cell.value !== "" : cell.hasFormula) this.cells[this.column] = cell;
  }
}
