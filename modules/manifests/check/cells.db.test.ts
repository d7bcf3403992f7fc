import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CallContext } from "@/infra/verb/command";
import { draftDeal } from "@/test/factories/deals";
import { spellingsOfAddress } from "@/test/factories/identifier-spellings";
import {
  aCheckedManifest,
  acceptedCells,
  aParquet,
  faultsOf,
  sendManifest,
} from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { listRejections } from "../read/queries";
import type { ManifestView, MappingInput } from "../schema";

let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
});

type Content = string | Uint8Array | { path: string };
const take = async (content: Content, mapping: MappingInput = {}): Promise<ManifestView> =>
  aCheckedManifest(platform, (await draftDeal(platform)).id, content, { mapping });

const faults = (manifest: ManifestView) => faultsOf(platform, manifest);
const accepted = acceptedCells;

const HEADER = "contributor,content_id,created_at,tokens\n";
const jsonl = (rows: readonly (object | string)[]): string =>
  rows.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join("");
const json = (more: string): string =>
  `{"contributor":"ann","content_id":"p","created_at":1700000000,"tokens":5,${more}}`;
const notesOf = (manifest: ManifestView): Record<string, string> =>
  Object.fromEntries(Object.entries(manifest.notes ?? {}).map(([note, { count }]) => [note, count]));

describe("a row is read for itself", () => {
  test("whatever rows are before it: times, addresses, numbers and works, in any order", async () => {
    const times = [
      "2024-05-01 09:00:00 Asia/Tokyo",
      "1970-01-01",
      "2024-01-31T12:00Z",
      "2024-01-31T13:00+01:00",
      "2024-07-01 12:00:00 BST",
      "1700000000000",
      "45322",
      "x",
    ];
    const works = ["https://doi.org/10.1000/A?b=c", "978-0-8044-2957-3", "story", ""];
    const cells = times.map((created_at, n) => ({
      ...{
        contributor: `u${n}`,
        created_at,
        tokens: n % 3 === 0 ? "1,5" : "7",
        work_id: works[n % works.length],
      },
      url: n % 2 === 0 ? `https://forum.example/${n}` : `https://forum.example\\${n}`,
    }));
    const verdicts = async (rows: typeof cells): Promise<Record<string, string>> => {
      const columns = ["contributor", "url", "created_at", "tokens", "work_id"] as const;
      const lines = rows.map((row) => columns.map((column) => `"${row[column]}"`).join(","));
      const manifest = await take(`contributor,url,created_at,tokens,isbn\n${lines.join("\n")}\n`);
      const { items } = await listRejections(platform, { manifestId: manifest.id, limit: 100 });
      const good = await accepted(manifest, "contributor, url, created_at, tokens, work_id");
      return Object.fromEntries(
        [
          ...good.map((row) => [row[0], row.join(" ")]),
          ...rows.map((row, at): [string, string] => {
            const mine = items.filter(({ record }) => record === String(at + 2));
            return [row.contributor, mine.map(({ field, reason }) => `${field}:${reason}`).join(" ")];
          }),
        ].filter(([, verdict]) => verdict !== ""),
      );
    };
    const expected = await verdicts(cells);
    expect(expected).toMatchObject({
      u0: "created_at:date_zone_named tokens:decimal_comma",
      u1: "u1 https://forum.example\\1 1970-01-01 00:00:00 7 978-0-8044-2957-3",
      u2: "u2 https://forum.example/2 2024-01-31 12:00:00 7 story",
      u5: "u5 https://forum.example\\5 2023-11-14 22:13:20 7 978-0-8044-2957-3",
    });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(cells, { minLength: cells.length }), async (rows) => {
        expect(await verdicts(rows)).toEqual(expected);
      }),
      { numRuns: 4 },
    );
  }, 120_000);

  test("and the same rows are the same in every format", async () => {
    const csv = `contributor,content_id,created_at,tokens,quality\n120000,p1,1700000000,12,0.0000320\nbob,2,2024-01-31T12:00:00Z,7,1e-3\n`;
    const lines = jsonl([
      '{"contributor":120000.0,"content_id":"p1","created_at":1.7e9,"tokens":1.2e1,"quality":3.2e-05}',
      '{"contributor":"bob","content_id":2e0,"created_at":"2024-01-31T12:00:00Z","tokens":7,"quality":0.001}',
    ]);
    const typed = await aParquet(
      `SELECT * FROM (VALUES (120000::DOUBLE, NULL, 'p1', 1700000000::DOUBLE, NULL, 12::DOUBLE, 3.2e-05::DOUBLE)) t(contributor, b, content_id, created_at, c, tokens, quality)`,
    );
    const columns = "contributor, content_id, created_at, tokens, quality_ppm";
    const expected = [
      ["120000", "p1", "2023-11-14 22:13:20", "12", "32"],
      ["bob", "2", "2024-01-31 12:00:00", "7", "1000"],
    ];
    expect(await accepted(await take(csv), columns)).toEqual(expected);
    expect(await accepted(await take(lines), columns)).toEqual(expected);
    expect(await accepted(await take(typed), columns)).toEqual(expected.slice(0, 1));
    const instants = await aParquet(
      `SELECT 'bob' contributor, 2::DECIMAL(9, 3) content_id, TIMESTAMPTZ '2024-01-31 13:00:00+01' created_at, 7::FLOAT tokens, 0.001::FLOAT quality`,
    );
    expect(await accepted(await take(instants), columns)).toEqual(expected.slice(1));
  });
});

describe("addresses", () => {
  test("are on the host a browser would ask", async () => {
    const urls = [
      "https://evil.example\\.forum.example/k",
      "https://evil.example%5c.forum.example/k",
      "https://forum.example@evil.example/k",
      "https://evil.example#.forum.example/k",
      "https://evil.example?.forum.example/k",
      "https://forum.example:99999/k",
      "https://xforum.example/k",
      "forum.example/k",
      "ftp://forum.example/k",
      "https://forum.example/a b",
      "https://forum.example./root",
      "https://www.forum.example:443/k",
      "https://forum.example\\back",
      "https://FORUM.example/K",
    ];
    const rows = urls.map((url, n) => `u${n},${url},1700000000,1\n`).join("");
    const manifest = await take(`contributor,url,created_at,tokens\n${rows}`);
    expect(await faults(manifest)).toEqual([
      "2 url:url_other_host",
      "3 url:url_malformed",
      "4 url:url_malformed",
      "5 url:url_other_host",
      "6 url:url_other_host",
      "7 url:url_malformed",
      "8 url:url_other_host",
      "9 url:url_malformed",
      "10 url:url_scheme",
      "11 url:url_malformed",
    ]);
    expect(await accepted(manifest, "contributor")).toEqual([["u10"], ["u11"], ["u12"], ["u13"]]);
  });

  test("of one page are one item, in an address or a content id, however they are spelled", async () => {
    const page = "https://forum.example/in/same";
    const spellings = [...new Set(spellingsOfAddress(page).map((url) => url.trim()))].filter(
      (url) => !/[\s\u00a0"]/.test(url),
    );
    const byUrl = await take(
      `contributor,url,created_at,tokens\n${spellings.map((url) => `ann,${url},1700000000,1\n`).join("")}`,
    );
    expect(byUrl).toMatchObject({ accepted: "1", reasons: { duplicate: String(spellings.length - 1) } });
    const byId = await take(
      `${HEADER}${spellings.map((url) => `ann,${url},1700000000,1\n`).join("")}ann,other,1700000000,1\n`,
    );
    expect(byId).toMatchObject({ accepted: "2", reasons: { duplicate: String(spellings.length - 1) } });
    const conflict = await take(
      `contributor,url,created_at,tokens\nann,${page},1700000000,1\nbob,${page}#c,1700000000,1\n`,
    );
    expect(await faults(conflict)).toEqual(["3 url:conflict"]);
  });
});

describe("numbers", () => {
  test("have one text, and none where their digits are not certain", async () => {
    const names = [
      "120000",
      "120000.0",
      "1.2e5",
      "9007199254740991",
      "9007199254740993",
      "1e300",
      "1.5",
      "1.50",
      "true",
      "-0",
    ];
    const manifest = await take(
      jsonl(
        names.map(
          (name, n) => `{"contributor":${name},"content_id":"p${n}","created_at":1700000000,"tokens":1}`,
        ),
      ),
    );
    expect(await faults(manifest)).toEqual([
      "5 contributor:number_not_exact",
      "6 contributor:number_not_exact",
      "9 contributor:name_not_text",
    ]);
    expect(await accepted(manifest, "contributor")).toEqual(
      ["120000", "120000", "120000", "9007199254740991", "1.5", "1.5", "0"].map((name) => [name]),
    );
    const typed = await aParquet(
      "SELECT 'p' || i contributor, CASE i WHEN 0 THEN 7 ELSE 9007199254740992 END::DOUBLE content_id, 1700000000 created_at, 1 tokens FROM range(2) r(i)",
    );
    expect(await faults(await take(typed))).toEqual(["2 content_id:number_not_exact"]);
    const certain = await aParquet(
      "SELECT 9007199254740993 contributor, 'p' content_id, 1700000000 created_at, 1 tokens",
    );
    expect(await accepted(await take(certain), "contributor")).toEqual([["9007199254740993"]]);
  });

  test("as small as they may be are taken, as text and as numbers", async () => {
    const rows = ["1e-7", "3.2e-05", "5E-1", "5.", "1e6", "1e7", "-1e-3", "1e400", "e5"];
    const csv = `contributor,content_id,created_at,tokens,quality\n${rows.map((q, n) => `ann,p${n},1700000000,1,${q}\n`).join("")}`;
    const manifest = await take(csv);
    expect(await accepted(manifest, "quality_ppm")).toEqual([
      ["0"],
      ["32"],
      ["500000"],
      ["5000000"],
      ["1000000000000"],
    ]);
    expect(await faults(manifest)).toEqual([
      "7 quality:number_out_of_range",
      "8 quality:negative",
      "9 quality:number_out_of_range",
      "10 quality:not_a_number",
    ]);
    const typed = jsonl(
      ["1e-7", "0.5"].map((q, n) =>
        json(`"quality":${q},"content_id":"p${n}"`).replace('"content_id":"p",', ""),
      ),
    );
    expect(await accepted(await take(typed), "quality_ppm")).toEqual([["0"], ["500000"]]);
  });

  test("with a decimal comma are named, and read where it is declared", async () => {
    const csv = `contributor;content_id;created_at;tokens;quality\na;p1;1700000000;12;0,75\nb;p2;1700000000;1.200,0;1.234,5\nc;p3;1700000000;12,5;1\n`;
    expect(await faults(await take(csv))).toEqual([
      "2 quality:decimal_comma",
      "3 quality:decimal_comma",
      "3 tokens:decimal_comma",
      "4 tokens:decimal_comma",
    ]);
    const said = await take(csv, { decimal: "comma", thousands: "point" });
    expect(await accepted(said, "tokens, quality_ppm")).toEqual([
      ["12", "750000"],
      ["1200", "1234500000"],
    ]);
    expect(await faults(said)).toEqual(["4 tokens:not_an_integer"]);
    await expect(
      sendManifest(platform, (await draftDeal(platform)).id, csv, {
        mapping: { decimal: "comma", thousands: "comma" },
      }),
    ).rejects.toMatchObject({ code: "MANIFEST_MAPPING", faults: [{ path: "decimal" }] });
  });
});

describe("times", () => {
  test("by their size and form, with a note of what is not seconds", async () => {
    const times = [
      "1700000000",
      "1700000000000",
      "1700000000000000",
      "1700000000000000000",
      "45322",
      "20240131T120000Z",
      "2024-01-31T12:00",
    ];
    const manifest = await take(HEADER + times.map((time, n) => `ann,p${n},${time},1\n`).join(""));
    expect(manifest).toMatchObject({ accepted: "7", rejected: "0" });
    expect(notesOf(manifest)).toEqual({
      date_milliseconds: "1",
      date_microseconds: "1",
      date_nanoseconds: "1",
      date_day_number: "1",
      date_iso_8601: "2",
    });
    expect((await accepted(manifest, "epoch(created_at)::BIGINT")).flat().slice(0, 4)).toEqual(
      Array.from({ length: 4 }, () => "1700000000"),
    );
  });
});

test("works that are said to be identifiers and are none are counted", async () => {
  const works = [
    "10.1000/a",
    "https://doi.org/10.1000/a?b#c",
    "story-1",
    "9.78E+12",
    "",
    "doi:10.1000/b; 10.1000/c",
  ];
  const rows = works.map((work, n) => `ann,p${n},1700000000,1,${work}\n`).join("");
  const inColumn = await take(`contributor,content_id,created_at,tokens,doi\n${rows}`);
  expect(notesOf(inColumn)).toEqual({ work_unrecognised: "2" });
  expect(inColumn.notes?.work_unrecognised?.firstLine).toBe("4");
  expect(notesOf(await take(`contributor,content_id,created_at,tokens,work_id\n${rows}`))).toEqual({});
});
