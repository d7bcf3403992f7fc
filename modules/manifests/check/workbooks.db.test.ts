import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import type { CallContext } from "@/infra/verb/command";
import { draftDeal } from "@/test/factories/deals";
import { aFolder } from "@/test/factories/folder";
import { aCheckedManifest, acceptedCells, faultsOf } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { aWorkbook, sheetXml, type WorkbookParts } from "@/test/factories/workbooks";
import { inspectFile } from "../engine/look/inspect";
import { splitWorkbook } from "../engine/workbook/split-workbook";
import { listRejections } from "../read/queries";

let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
});
const newDeal = async () => (await draftDeal(platform)).id;
const take = async (content: Uint8Array | string) => aCheckedManifest(platform, await newDeal(), content);

const HEADER = ["contributor", "url", "created_at", "tokens", "title", "work_id"];
type Row = readonly (string | number | Date | null)[];
const csv = (rows: readonly Row[]) =>
  [HEADER, ...rows]
    .map((row) => row.map((cell) => `"${cellText(cell).replaceAll('"', '""')}"`).join(","))
    .join("\n");
const cellText = (cell: Row[number]) => {
  if (cell === null) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 19) : String(cell);
};

/** The same rows as a workbook, written by a library that is not ours. */
const written = (rows: readonly Row[]) =>
  writeXlsx({
    sheets: [
      {
        name: "Posts",
        columns: HEADER.map((header) =>
          header === "created_at" ? { header, numFmt: "yyyy-mm-dd hh:mm:ss" } : { header },
        ),
        rows: [HEADER, ...rows.map((row) => [...row])],
      },
    ],
  });

const SOUND: Row = ["sound", "https://forum.example/sound", new Date("2020-01-01"), 5, null, null];

describe("a workbook", () => {
  test("is the manifest that the CSV of the same content is, row by row and by its digest", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((t) => t.replace(/[\p{C}\s]+/gu, " "));
    const row = fc.tuple(
      fc.oneof(
        fc.constantFrom("Ann", "ben_1", "[deleted]", "Zoë", ""),
        fc.integer({ min: 1, max: 10 ** 14 }),
      ),
      fc.nat(40).map((n) => (n === 40 ? "ftp://x" : `https://forum.example/p/${n}`)),
      fc
        .date({ min: new Date("2001-01-01"), max: new Date("2024-01-01"), noInvalidDate: true })
        .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
      fc.oneof(fc.nat(10 ** 9), fc.double({ min: 0, max: 9, noNaN: true }), fc.constant(null)),
      fc.oneof(text, fc.constant(null), fc.constant('say "hi", twice'), fc.constant("two\nlines")),
      fc.oneof(fc.constant(null), fc.constant("9780804429573"), fc.constant("0804429570")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (generated) => {
        const rows = [...generated, SOUND];
        const [book, table] = [await take(await written(rows)), await take(csv(rows))];
        expect(book).toMatchObject({ format: "xlsx", compression: "none", encoding: null, delimiter: null });
        for (const one of ["received", "accepted", "rejected", "reasons", "contributors", "tokens"] as const)
          expect(book[one]).toEqual(table[one]);
        const cells = "contributor, url, created_at, tokens, title, work_id";
        expect(await acceptedCells(book, cells)).toEqual(await acceptedCells(table, cells));
        // A CSV counts lines in cells, a sheet does not.
        if (!rows.some((cells) => String(cells[4]).includes("\n"))) {
          expect(book.acceptedSha256).toBe(table.acceptedSha256);
          expect(await faultsOf(platform, book)).toEqual(await faultsOf(platform, table));
        }
      }),
      { numRuns: 5 },
    );
  });

  test("says where in the sheet a row is, passes over empty rows, and takes hidden ones", async () => {
    const row = (r: number, name: string, more = "") =>
      `<row r="${r}"${more}>${cells(name, r).replaceAll("<c ", `<c s="0" `)}</row>`;
    const cells = (name: string, n: number) =>
      [name, `https://forum.example/${n}`, "1700000000", "5"]
        .map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`)
        .join("");
    const header = `<row r="3">${HEADER.slice(0, 4)
      .map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`)
      .join("")}</row>`;
    const xml = `<sheetData><row r="1"/>${header}<row r="4"><c s="0"/></row>${row(5, "ann")}${row(8, "ben", ' hidden="1"')}${row(9, "")}</sheetData>`;
    const manifest = await take(aWorkbook({ sheets: [{ xml }] }));
    expect(manifest).toMatchObject({ received: "3", accepted: "2", rejected: "1" });
    expect(await acceptedCells(manifest, "line, contributor")).toEqual([
      ["5", "ann"],
      ["8", "ben"],
    ]);
    const { items } = await listRejections(platform, { manifestId: manifest.id });
    expect(items).toMatchObject([{ record: "4", line: "9", field: "contributor", reason: "missing" }]);
  });

  test("keeps what a cell is: errors, dates among names, numbers that lost digits, formulas without a result", async () => {
    const rest = ["https://forum.example/x", "<c><v>1700000000</v></c>", "<c><v>5</v></c>", "t"];
    const rows = [
      ['<c t="e"><v>#N/A</v></c>', ...rest],
      ["<c><f>A2</f></c>", ...rest],
      ['<c s="1"><v>45322</v></c>', ...rest],
      ["<c><v>12345678901234567</v></c>", ...rest],
      ["<c><v>1.23456789012345E+18</v></c>", ...rest],
      ['<c t="b"><v>1</v></c>', ...rest],
      ['<c t="s"><v>4</v></c>', ...rest],
      [
        '<c t="str"><f>B1</f><v>ann</v></c>',
        "https://forum.example/1",
        '<c s="1"><v>45322.5</v></c>',
        "<c><v>5.0</v></c>",
        '<c t="e"><v>#REF!</v></c>',
      ],
      [
        "<c><v>42</v></c>",
        "https://forum.example/2",
        '<c t="d"><v>2024-01-31T12:00:00</v></c>',
        "<c><f>2+3</f><v>5</v></c>",
        "t",
      ],
      [
        '<c t="s"><v>0</v></c>',
        "https://forum.example/3",
        "<c><v>1.7E9</v></c>",
        "<c><v>5</v></c>",
        '<c t="s"><v>1</v></c>',
      ],
      [
        "bob",
        "https://forum.example/4",
        "<c><v>1700000000</v></c>",
        "<c><v>5</v></c>",
        "t",
        '<c t="e"><v>#DIV/0!</v></c>',
      ],
      [
        "bob",
        "https://forum.example/5",
        "<c><v>1700000000</v></c>",
        "<c><v>5</v></c>",
        "t",
        null,
        "beyond the table",
      ],
    ];
    const book: WorkbookParts = {
      sheets: [
        { xml: sheetXml([["contributor", "url", "created_at", "tokens", "title", "not read"], ...rows]) },
      ],
      texts: "<si><t>carl</t><rPh><t>KARL</t></rPh></si><si><r><t>one </t></r><r><t>two</t></r></si>",
      formats: ["yyyy-mm-dd"],
    };
    const manifest = await take(aWorkbook(book));
    expect(await faultsOf(platform, manifest)).toEqual([
      "2 contributor:cell_error",
      "3 contributor:cell_error",
      "4 contributor:name_not_text",
      "5 contributor:number_not_exact",
      "6 contributor:number_not_exact",
      "7 contributor:name_not_text",
      "8 contributor:cell_error",
      "9 title:cell_error",
      "13 row:too_many_fields",
    ]);
    expect(await acceptedCells(manifest, "contributor, created_at, tokens, title")).toEqual([
      ["42", "2024-01-31 12:00:00", "5", "t"],
      ["carl", "2023-11-14 22:13:20", "5", "one two"],
      ["bob", "2023-11-14 22:13:20", "5", "t"],
    ]);
    const { items } = await listRejections(platform, { manifestId: manifest.id });
    expect(items[0]).toMatchObject({
      value: "#N/A",
      original: "#N/A,https://forum.example/x,1700000000,5,t,",
    });
    expect(items[3]?.value).toBe("12345678901234567");
  });

  test("with dates counted from 1904 has the same dates", async () => {
    const rows = [
      HEADER.slice(0, 4),
      ["ann", "https://forum.example/1", '<c s="1"><v>43860</v></c>', "<c><v>5</v></c>"],
    ];
    const manifest = await take(
      aWorkbook({ sheets: [{ xml: sheetXml(rows) }], formats: ["d/m/yy"], is1904: true }),
    );
    expect(await acceptedCells(manifest, "created_at")).toEqual([["2024-01-31 00:00:00"]]);
  });

  test("with merged cells below its header fails by name, and its file is not tried again", async () => {
    const rows = sheetXml([HEADER.slice(0, 4), ["ann", "https://forum.example/1", "1700000000", "5"]]);
    const merged = (ref: string) => ({
      sheets: [{ xml: `${rows}<mergeCells><mergeCell ref="${ref}"/></mergeCells>` }],
    });
    expect(await take(aWorkbook(merged("A2:A3")))).toMatchObject({
      state: "failed",
      failure: { code: "MANIFEST_FORMAT", message: expect.stringContaining("A2:A3") },
    });
    expect(await take(aWorkbook(merged("A1:B1")))).toMatchObject({ state: "ready", accepted: "1" });
  });

  test("whose worker dies is cut again from its beginning, to the same rows", async () => {
    const dir = aFolder();
    const path = join(dir, "m.xlsx");
    await writeFile(
      path,
      await written(
        Array.from({ length: 3000 }, (_, i) => [
          `writer-${i % 9}`,
          `https://forum.example/${i}`,
          SOUND[2] ?? null,
          i,
          null,
          null,
        ]),
      ),
    );
    const inspection = await inspectFile(path, {});
    const cut = (attempt: number, onProgress: () => Promise<void>) =>
      splitWorkbook({ path, dir, attempt, inspection, onProgress });
    const died = cut(1, async () => Promise.reject(new Error("killed")));
    await expect(died).rejects.toThrow("killed");
    expect(await readdir(dir)).toEqual(["m.xlsx"]);
    let seen = 0;
    const split = await cut(2, async () => {
      seen += 1;
    });
    expect(split).toMatchObject({ received: 3000, good: 3000, faulty: 0 });
    expect(seen).toBeGreaterThan(1);
    // A finished cut is found by the next attempt, and not made again.
    expect(await cut(3, async () => Promise.reject(new Error("cut again")))).toEqual(split);
  });
});
