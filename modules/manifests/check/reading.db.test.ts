import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { sqlText, withEngine } from "@/infra/engine/engine";
import { storage, workFile } from "@/infra/files/storage";
import type { CallContext } from "@/infra/verb/command";
import { draftDeal } from "@/test/factories/deals";
import { aCheckedManifest, sendManifest } from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { listRejections } from "../read/queries";
import { readyManifest } from "../read/ready-manifest";
import type { ManifestView, MappingInput } from "../schema";

let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
});

type Content = string | Uint8Array | { path: string };
type Sent = { mapping?: MappingInput; contentType?: string };
const take = async (content: Content, sent: Sent = {}): Promise<ManifestView> =>
  aCheckedManifest(platform, (await draftDeal(platform)).id, content, sent);
const refusal = async (content: Content, sent: Sent = {}) =>
  sendManifest(platform, (await draftDeal(platform)).id, content, sent).then(
    () => null,
    (error: unknown) => error,
  );

/** "record field:reason" of every fault. */
async function faults(manifest: ManifestView): Promise<string[]> {
  const { items } = await listRejections(platform, { manifestId: manifest.id, limit: 100 });
  return items.map((item) => `${item.record} ${item.field}:${item.reason}`);
}

async function accepted(manifest: ManifestView, columns: string): Promise<unknown[][]> {
  const path = await storage().localPath((await readyManifest(manifest.id)).acceptedKey);
  return withEngine(async (connection) => {
    const found = await connection.runAndReadAll(
      `SELECT ${columns} FROM read_parquet(${sqlText(path)}) ORDER BY line`,
    );
    return found.getRows().map((row) => row.map((cell) => (typeof cell === "bigint" ? String(cell) : cell)));
  });
}

/** A Parquet file of what a SELECT gives. */
async function parquet(select: string, rowGroup = 122_880): Promise<{ path: string }> {
  const path = await workFile(".parquet");
  await withEngine((connection) =>
    connection.run(
      `COPY (${select}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION uncompressed, ROW_GROUP_SIZE ${rowGroup})`,
    ),
  );
  return { path };
}

const HEADER = "contributor,content_id,created_at,tokens,chars,score,quality\n";
const line = (n: number, cells: Partial<Record<"tokens" | "chars" | "score" | "quality", string>>) =>
  `ann,p${n},1300000000,${cells.tokens ?? ""},${cells.chars ?? ""},${cells.score ?? ""},${cells.quality ?? ""}\n`;

describe("numbers", () => {
  test("at the edge of a range are taken; beyond it they reject their row and no other", async () => {
    const edges = [
      line(1, { tokens: "1000000000", quality: "1000000" }),
      line(2, { chars: "10000000000" }),
      line(3, { tokens: "1", score: "-1000000000000" }),
      line(4, { tokens: "1", quality: "0.000001" }),
    ];
    const beyond = [
      line(5, { tokens: "1000000001" }),
      line(6, { chars: "10000000001" }),
      line(7, { chars: "9223372036854775807" }),
      line(8, { chars: "-9223372036854775808" }),
      line(9, { tokens: "1", quality: "1000000.000001" }),
      line(10, { tokens: "1", quality: "999999999999.999999" }),
      line(11, { tokens: "1", quality: "-999999999999" }),
      line(12, { tokens: "1", quality: "1000000000000" }),
      line(13, { tokens: "99999999999999999999" }),
    ];
    const manifest = await take(HEADER + [...edges, ...beyond].join(""));
    expect(manifest).toMatchObject({ state: "ready", accepted: "4", rejected: "9" });
    expect(await accepted(manifest, "tokens, score, quality_ppm")).toEqual([
      ["1000000000", null, "1000000000000"],
      ["2500000000", null, null],
      ["1", "-1000000000000", null],
      ["1", null, "1"],
    ]);
    expect(await faults(manifest)).toEqual([
      "6 tokens:number_out_of_range",
      "7 chars:number_out_of_range",
      "8 chars:number_out_of_range",
      "9 chars:negative",
      "10 quality:number_out_of_range",
      "11 quality:number_out_of_range",
      "12 quality:negative",
      "13 quality:number_out_of_range",
      "14 tokens:number_out_of_range",
    ]);
  });

  test("that may be grouped by points are asked for in a text, and are plain in a typed file", async () => {
    const cells = ["12.000", "1.000.000", "12.0", "12.00", "0.000", "1200.000"];
    const text = HEADER + cells.map((tokens, n) => line(n, { tokens })).join("");
    const manifest = await take(text);
    expect(await faults(manifest)).toEqual(["2 tokens:thousands_separator", "3 tokens:thousands_separator"]);
    expect(await accepted(manifest, "tokens")).toEqual([["12"], ["12"], ["0"], ["1200"]]);
    const said = await take(text, { mapping: { thousands: "point" } });
    expect((await accepted(said, "tokens")).slice(0, 2)).toEqual([["12000"], ["1000000"]]);
    const typed = await parquet(
      "SELECT 'ann' contributor, 'a' content_id, 1300000000 created_at, 12::DECIMAL(9, 3) tokens",
    );
    expect(await accepted(await take(typed), "tokens")).toEqual([["12"]]);
  });
});

describe("JSON Lines", () => {
  const row = (n: number, more: object = {}) =>
    `${JSON.stringify({ contributor: "ann", id: `p${n}`, created_at: 1300000000, tokens: 5, ...more })}\n`;
  const many = Array.from({ length: 500 }, (_, n) => row(n)).join("");

  test("may name a column long after the first lines, and it is read", async () => {
    const manifest = await take(
      many + row(501, { status: "deleted", score: 7 }) + row(502, { status: "lost" }),
    );
    expect(manifest).toMatchObject({ state: "ready", accepted: "501", rejected: "1" });
    expect((await accepted(manifest, "status, score")).slice(-1)).toEqual([["deleted", "7"]]);
    expect(await faults(manifest)).toEqual(["502 status:status_unknown"]);
  });

  test("may be mapped to a name that comes later, or told to leave one out", async () => {
    const late = many + row(501, { standing: "removed", status: "deleted" });
    const named = await take(late, { mapping: { columns: { status: "standing" } } });
    expect((await accepted(named, "status")).slice(-1)).toEqual([["removed"]]);
    const without = await take(late, { mapping: { columns: { status: "" } } });
    expect((await accepted(without, "status")).slice(-1)).toEqual([["live"]]);
  });

  test("with an object or a list for a contributor reject that row", async () => {
    const names = [{ name: "ann" }, ["ann"], [], "[ann]", "{ann}", "[deleted]", 12, null];
    const manifest = await take(names.map((contributor, n) => row(n, { contributor })).join(""));
    expect(await faults(manifest)).toEqual([
      "1 contributor:name_not_text",
      "2 contributor:name_not_text",
      "3 contributor:name_not_text",
      "8 contributor:missing",
    ]);
    expect(await accepted(manifest, "contributor")).toEqual([["[ann]"], ["{ann}"], [null], ["12"]]);
  });
});

describe("names", () => {
  test("over any length a name may have never leave the engine", async () => {
    const cell = (chars: number) => `${"é".repeat(chars)},c${chars},1300000000,5,,,\n`;
    const manifest = await take(HEADER + cell(200) + cell(201) + cell(300_000));
    expect(await faults(manifest)).toEqual(["3 contributor:name_too_long", "4 contributor:name_too_long"]);
  });
});

describe("Parquet", () => {
  const ROW = "1300000000 created_at, 5 tokens";

  test("bytes without a type are text; those that are not reject their row and no other", async () => {
    const file = await parquet(
      `SELECT * FROM (VALUES ('Ann'::BLOB, 'p1'::BLOB, '\\xFF'::BLOB), ('bob'::BLOB, '\\xFF\\xFE'::BLOB, 'x'::BLOB), (NULL, 'p3'::BLOB, 'x'::BLOB))
         t(contributor, content_id, unread), (SELECT ${ROW})`,
    );
    const manifest = await take(file);
    expect(await accepted(manifest, "contributor, content_id")).toEqual([["ann", "p1"]]);
    expect(await faults(manifest)).toEqual(["2 row:invalid_encoding", "3 contributor:missing"]);
    const { items } = await listRejections(platform, { manifestId: manifest.id });
    expect(items[0]?.original).toContain('"contributor":"bob","content_id":"\\\\xFF\\\\xFE","unread":"x"');
  });

  test.each([
    ["immediately", "note", 50],
    ["later, among those read", "title", 4500],
    ["later, where an original line is wanted", "note", 4500],
  ])("a column that calls itself text and is not is named: %s", async (when, column, at) => {
    const { path } = await parquet(
      `SELECT CASE i WHEN 4501 THEN '' ELSE 'ann' END contributor, 'p' || i content_id,
         CASE i WHEN ${at} THEN 'mmmmXYZZY' ELSE chr(97 + (i % 26)::INTEGER) END ${column}, ${ROW} FROM range(5000) r(i)`,
      2048,
    );
    const bytes = await readFile(path);
    bytes.fill(0xff, bytes.indexOf("XYZZY"), bytes.indexOf("XYZZY") + 5);
    expect(bytes.includes("XYZZY")).toBe(false);
    await writeFile(path, bytes);
    if (when === "immediately")
      expect(await refusal({ path })).toMatchObject({ detail: { because: "column_not_text", column } });
    else
      expect(await take({ path })).toMatchObject({
        state: "failed",
        failure: { code: "MANIFEST_FORMAT", message: expect.stringContaining(`"${column}" says that it is`) },
      });
  });

  test("lists and structs are no names", async () => {
    const file = await parquet(`SELECT {'name': 'ann'} contributor, 'p1' content_id, ${ROW}`);
    expect(await faults(await take(file))).toEqual(["1 contributor:name_not_text"]);
  });

  test("a column under the engine's own name for the number of a row is like any other", async () => {
    const file = await parquet(
      `SELECT CASE i WHEN 1 THEN '' ELSE 'ann' END contributor, 'p' || i content_id, ${ROW}, 7 AS File_Row_Number FROM range(3) r(i)`,
    );
    const manifest = await take(file);
    expect(await faults(manifest)).toEqual(["2 contributor:missing"]);
    expect(await accepted(manifest, "line, content_id")).toEqual([
      ["1", "p0"],
      ["3", "p2"],
    ]);
  });
});

describe("the encoding", () => {
  const text = `${HEADER}André,p1,1300000000,5,,,\n`;

  test("is what the Content-Type says, unless the mapping says otherwise", async () => {
    const latin = Buffer.from(text.replace("é", "\xb3"), "latin1");
    const manifest = await take(latin, { contentType: 'text/csv; charset="ISO-8859-2"' });
    expect(manifest.encoding).toBe("iso-8859-2");
    expect(await accepted(manifest, "contributor")).toEqual([["andrł"]]);
    const mapped = await take(latin, {
      contentType: "text/csv; charset=utf-8",
      mapping: { encoding: "iso-8859-15" },
    });
    expect(mapped.encoding).toBe("iso-8859-15");
    expect(await refusal(latin, { contentType: "text/csv; charset=ebcdic-us" })).toMatchObject({
      code: "MANIFEST_FORMAT",
      detail: { because: "unknown_encoding", encoding: "ebcdic-us" },
    });
  });

  test.each([
    ["utf-16le", (wide: Buffer) => wide],
    ["utf-16be", (wide: Buffer) => wide.swap16()],
  ])("%s without a mark is seen by its zeros", async (encoding, turned) => {
    const manifest = await take(turned(Buffer.from(text, "utf16le")));
    expect(manifest).toMatchObject({ encoding, accepted: "1" });
    expect(await accepted(manifest, "contributor")).toEqual([["andré"]]);
  });

  test("a text with a stray zero byte stays what it is, and loses that row", async () => {
    const manifest = await take(`${text}b\0b,p2,1300000000,5,,,\n`);
    expect(manifest.encoding).toBe("utf-8");
    expect(await faults(manifest)).toEqual(["3 row:control_characters"]);
  });
});

describe("delimiters", () => {
  const table = (sign: string) =>
    [
      ["contributor", "content_id", "created_at", "tokens", "title"],
      ["ann", "p1", "1300000000", "5", `"a${sign}b\nc"`],
      ["bob", "p2", "1300000000", "5", "plain"],
    ]
      .map((cells) => `${cells.join(sign)}\n`)
      .join("");

  test.each([",", ";", "\t", "|", "^", "~", "\x01"])("%j is detected", async (sign) => {
    const manifest = await take(table(sign));
    expect(manifest).toMatchObject({ delimiter: sign, accepted: "2" });
  });

  test.each([":", " ", "#", "'", "\\", "+", "\x02", "\x1c", "\x1d", "\x1e", "\x1f"])(
    "%j is read when it is declared, quoted or not",
    async (delimiter) => {
      const manifest = await take(table(delimiter), { mapping: { delimiter } });
      expect(manifest).toMatchObject({ delimiter, accepted: "2", rejected: "0" });
      expect(await accepted(manifest, "contributor, title")).toEqual([
        ["ann", `a${delimiter}b\nc`],
        ["bob", "plain"],
      ]);
    },
  );

  test.each(["", "::", "a", "7", '"', "\n", "\r", "\0", "¦"])("%j is refused", async (delimiter) => {
    expect(await refusal(table(":"), { mapping: { delimiter } })).toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});
