import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { aFolder } from "@/test/factories/folder";
import { aWorkbook, aZip, sheetXml, workbookParts } from "@/test/factories/workbooks";
import { inspectFile } from "../look/inspect";

const HEADER = ["contributor", "url", "created_at", "tokens", "title", "work_id"];
const sheet = sheetXml([HEADER, ["ann", "https://forum.example/1", "1700000000", "5"]]);
const BLANK = '<sheetData><row r="1"><c r="A1" s="0"/></row></sheetData>';

describe("a workbook at the door", () => {
  const refused = async (content: Uint8Array) => {
    const path = join(aFolder(), "file");
    writeFileSync(path, content);
    return inspectFile(path, {}).catch((error: unknown) => error);
  };
  const says = (code: string, because: string) => ({ code, detail: { because } });
  const ole = (name: string) =>
    Buffer.concat([
      Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"),
      Buffer.alloc(2000),
      Buffer.from(name, "utf16le"),
      Buffer.alloc(2000),
    ]);
  const parts = workbookParts({ sheets: [{ xml: sheet }] });
  const withPart = (name: string, data: string) =>
    parts.map((part) => (part.name === name ? { ...part, data } : part));

  test.each([
    [
      "an OpenDocument spreadsheet",
      aZip([
        { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
        { name: "content.xml", data: "<x/>" },
      ]),
      "is_ods",
    ],
    ["a Numbers file", aZip([{ name: "Index/Document.iwa", data: "x" }]), "is_numbers"],
    ["a binary workbook", aZip([{ name: "xl/workbook.bin", data: "x" }]), "is_xlsb"],
    [
      "a text document",
      aZip([
        { name: "[Content_Types].xml", data: "<Types/>" },
        { name: "word/document.xml", data: "<x/>" },
        {
          name: "_rels/.rels",
          data: '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        },
      ]),
      "is_document",
    ],
    ["any other archive", aZip([{ name: "posts.csv", data: "a,b\n1,2" }]), "is_zip"],
    ["a workbook with a password", ole("EncryptedPackage"), "workbook_password"],
    ["an old workbook", ole("Workbook"), "is_xls"],
    ["any other old Office file", ole("WordDocument"), "old_spreadsheet"],
    ["a packed workbook", gzipSync(aZip(parts)), "packed_twice"],
    [
      "two sheets with rows",
      aWorkbook({
        sheets: [{ xml: sheet, name: "May" }, { xml: BLANK }, { xml: sheet, name: "June", hidden: true }],
      }),
      "several_sheets",
    ],
    ["no sheet with rows", aWorkbook({ sheets: [{ xml: BLANK }, { xml: "<sheetData/>" }] }), "no_sheet_rows"],
    ["a workbook cut short", aZip(parts).subarray(0, 900), "workbook_damaged"],
    [
      "a sheet that is cut short",
      aZip(withPart("xl/worksheets/sheet1.xml", `<worksheet>${sheet.slice(0, 300)}`)),
      "workbook_damaged",
    ],
    ["a sheet that is no sheet", aZip(withPart("xl/worksheets/sheet1.xml", "<chart/>")), "workbook_damaged"],
    [
      "a sheet that is no XML",
      aZip(withPart("xl/worksheets/sheet1.xml", "<worksheet>&nothing;</worksheet>")),
      "workbook_damaged",
    ],
    [
      "rows out of order",
      aWorkbook({
        sheets: [
          { xml: '<sheetData><row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row></sheetData>' },
        ],
      }),
      "workbook_damaged",
    ],
    [
      "one cell twice",
      aWorkbook({
        sheets: [
          { xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>' },
        ],
      }),
      "workbook_damaged",
    ],
    [
      "one part twice",
      aZip([...parts, { name: "XL/workbook.xml", data: "<workbook/>" }]),
      "workbook_damaged",
    ],
    [
      "a part with a password",
      aZip(parts.map((part) => ({ ...part, encrypted: part.name === "xl/workbook.xml" }))),
      "workbook_password",
    ],
    [
      "a part larger than it says",
      aZip(parts.map((part) => (part.name.includes("sheet1") ? { ...part, says: { size: 100 } } : part))),
      "workbook_damaged",
    ],
    [
      "a part with another checksum",
      aZip(parts.map((part) => (part.name.includes("sheet1") ? { ...part, says: { crc: 1 } } : part))),
      "workbook_damaged",
    ],
  ])("%s is refused by name", async (_, content, because) => {
    expect(await refused(content)).toMatchObject(says("MANIFEST_FORMAT", because));
  });

  test("a blank sheet in addition to the table does no harm, and a chart is no sheet", async () => {
    expect(await refused(aWorkbook({ sheets: [{ xml: BLANK }, { xml: sheet }] }))).toMatchObject({
      ...{ format: "xlsx", columns: HEADER },
      sample: [["ann", "https://forum.example/1", "1700000000", "5", "", ""]],
    });
  });

  test("what would unpack to far more than it is is refused by what its directory says, before it is unpacked", async () => {
    const says200GiB = { says: { size: 0xf0000000 } };
    const large = [...parts, ...["a", "b", "c"].map((name) => ({ name, data: "x", ...says200GiB }))];
    expect(await refused(aZip(large))).toMatchObject(says("MANIFEST_LIMIT", "unpacks_too_large"));
    const hollow = aWorkbook({ sheets: [{ xml: sheet + " ".repeat(17 * 1024 * 1024) }] });
    expect(await refused(hollow)).toMatchObject(says("MANIFEST_LIMIT", "unpacks_hollow"));
    const many = [...parts, ...Array.from({ length: 2001 }, (_, i) => ({ name: `p${i}`, data: "" }))];
    expect(await refused(aZip(many))).toMatchObject(says("MANIFEST_LIMIT", "workbook_parts"));
  }, 30_000);
});
