import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aFolder } from "@/test/factories/folder";
import { inspectFile } from "./inspect";

function inspect(content: Uint8Array | string) {
  const path = join(aFolder(), "file");
  writeFileSync(path, content);
  return inspectFile(path, {});
}
const bytes = (text: string) => Buffer.from(text, "latin1");
const tail = Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 250, 251, 0, 0, 0, 0]);
const known = (start: string) => Buffer.concat([bytes(start), tail, Buffer.alloc(600, 7)]);
const tar = Buffer.concat([Buffer.alloc(257, 0x61), bytes("ustar\x0000"), Buffer.alloc(900)]);

describe("files that are known by their bytes", () => {
  test.each([
    ["an Arrow file", known("ARROW1\0\0"), "is_arrow"],
    ["a Feather file of version 1", known("FEA1"), "is_arrow"],
    ["an ORC file", known("ORC"), "is_orc"],
    ["an Avro file", known("Obj\x01"), "is_avro"],
    ["an SQLite database", known("SQLite format 3\0"), "is_database"],
    ["a DuckDB database", known("\x01\x02\x03\x04\x05\x06\x07\x08DUCK"), "is_database"],
    ["an encrypted Parquet file", known("PARE"), "parquet_encrypted"],
    ["a tar archive", tar, "is_tar"],
    ["a packed tar archive", gzipSync(tar), "is_tar"],
    ["a 7z archive", known("7z\xbc\xaf\x27\x1c"), "is_archive"],
    ["an XZ file", known("\xfd7zXZ\0"), "packing_unknown"],
    ["a PDF", known("%PDF-1.7\n"), "is_pdf"],
    ["a ZIP archive cut short", known("PK\x03\x04"), "workbook_damaged"],
    ["an old spreadsheet", known("\xd0\xcf\x11\xe0"), "old_spreadsheet"],
    ["a picture", readFileSync("public/icon-192.png"), "is_media"],
    ["a film", known("\0\0\0\x18ftypmp42"), "is_media"],
    ["a text document", bytes("{\\rtf1\\ansi a,b}"), "is_document"],
    ["an XML export", bytes('<posts>\n<row Id="1"/>\n</posts>'), "is_xml"],
    ["a packed XML export", gzipSync('<?xml version="1.0"?><posts><row Id="1"/></posts>'), "is_xml"],
    [
      "bytes of no known kind",
      Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)),
      "is_binary",
    ],
  ])("%s is refused by name, and nothing of it is repeated", async (_, content, because) => {
    const refusal = await inspect(content).catch((error: unknown) => error as Error);
    expect(refusal).toMatchObject({ code: "MANIFEST_FORMAT", detail: { because } });
    expect((refusal as Error).message).toMatch(/^[\x20-\x7e]{20,200}$/);
  });

  test.each([
    ["ORC", "ORC,url\nann,https://forum.example/1\n"],
    ["ID3", "ID3,url\nann,https://forum.example/1\n"],
    ["<name>", "<name>,url\nann,https://forum.example/1\n"],
  ])("a table whose first column is called %s is a table", async (name, content) => {
    expect(await inspect(content)).toMatchObject({ format: "csv", columns: [name, "url"] });
  });

  test("texts of any language and encoding are taken; a few stray control characters are their rows' fault", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1, maxLength: 40 }),
        async (words) => {
          const clean = words.map((word) => word.replace(/[\p{C}",\r\n;|^~\t]/gu, "_"));
          const text = `contributor,url\n${clean
            .map((word) => `x${word},\x07u`)
            .slice(0, 5)
            .join("\n")}\n${"ann,https://forum.example\n".repeat(20)}`;
          expect((await inspect(text)).format).toBe("csv");
        },
      ),
      { numRuns: 40 },
    );
  });
});

test("a first line of 600 kB is refused in a sentence", async () => {
  const refusal = (await inspect(`${"x".repeat(600_000)}\n1,2\n`).catch((error: unknown) => error)) as Error;
  expect(refusal).toMatchObject({
    code: "MANIFEST_LIMIT",
    detail: { because: "column_name_too_long", column: 1 },
  });
  expect(JSON.stringify(refusal).length + refusal.message.length).toBeLessThan(1000);
});
