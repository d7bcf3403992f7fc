import { crc32, deflateRawSync } from "node:zlib";

export type Part = Readonly<{
  name: string;
  data: string | Uint8Array;
  /** What the archive says of the part, where that is not true. */
  says?: Readonly<{ size?: number; crc?: number }>;
  encrypted?: boolean;
}>;

/** A ZIP archive of these parts, by the book but for what a part says of itself. */
export function aZip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, says, encrypted } of parts) {
    const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(says?.crc ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says?.size ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, tail, Buffer.from(name)]));
    files.push(local);
    at += local.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(all.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, all, Buffer.from("PK\x05\x06"), end]);
}

export type WorkbookParts = Readonly<{
  /** What stands between the tags of `worksheet`, sheet by sheet. */
  sheets: readonly Readonly<{ name?: string; hidden?: boolean; xml: string | Uint8Array }>[];
  /** What stands in the list of texts. */
  texts?: string | undefined;
  /** The number formats of the cells' styles 1, 2, …; style 0 is plain. */
  formats?: readonly string[] | undefined;
  is1904?: boolean | undefined;
  more?: readonly Part[] | undefined;
}>;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The parts of a workbook, written by hand so that they can be wrong. */
export function workbookParts({ sheets, texts, formats = [], is1904, more = [] }: WorkbookParts): Part[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="r${i}"/>`,
  );
  const relations = sheets.map((_, i) => relation(`r${i}`, "worksheet", `worksheets/sheet${i + 1}.xml`));
  const codes = formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`);
  const styles = formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`);
  return [
    { name: "[Content_Types].xml", data: "<Types/>" },
    {
      name: "_rels/.rels",
      data: `<Relationships xmlns="${KIND}">${relation("a", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships xmlns="${KIND}">${relations.join("")}${relation("s", "styles", "styles.xml")}${texts === undefined ? "" : relation("t", "sharedStrings", "/xl/sharedStrings.xml")}</Relationships>`,
    },
    ...sheets.map(({ xml }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: typeof xml === "string" ? `<worksheet xmlns="${MAIN}">${xml}</worksheet>` : xml,
    })),
    {
      name: "xl/styles.xml",
      data: `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`,
    },
    ...(texts === undefined
      ? []
      : [{ name: "xl/sharedStrings.xml", data: `<sst xmlns="${MAIN}">${texts}</sst>` }]),
    ...more,
  ];
}

export const aWorkbook = (parts: WorkbookParts): Buffer => aZip(workbookParts(parts));

/** Cells as they are written: a text in place, or the XML of the cell itself when it begins with "<c". Null is no cell. */
export function sheetXml(rows: readonly (readonly (string | null)[])[]): string {
  const text = (value: string) =>
    value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\r", "_x000D_");
  const cell = (value: string | null) => {
    if (value === null) return "<c/>";
    return value.startsWith("<c")
      ? value
      : `<c t="inlineStr"><is><t xml:space="preserve">${text(value)}</t></is></c>`;
  };
  return `<sheetData>${rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData>`;
}
