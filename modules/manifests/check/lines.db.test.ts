import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import type { CallContext } from "@/infra/verb/command";
import { draftDeal } from "@/test/factories/deals";
import {
  aCheckedManifest,
  acceptedCells,
  aParquet,
  faultsOf,
  sendManifest,
} from "@/test/factories/manifests";
import { anOrganisation, callAs } from "@/test/factories/parties";
import { listRejections } from "../read/queries";
import type { ManifestView } from "../schema";

let platform: CallContext;
beforeAll(async () => {
  platform = callAs((await anOrganisation({ host: "forum.example" })).owner);
});

const take = async (content: string | { path: string }): Promise<ManifestView> =>
  aCheckedManifest(platform, (await draftDeal(platform)).id, content);
const faults = (manifest: ManifestView) => faultsOf(platform, manifest);
const accepted = acceptedCells;

const JSON_ROW = { contributor: "ann", content_id: "p", created_at: 1_700_000_000, tokens: 5 };
const jsonl = (rows: readonly (object | string)[]): string =>
  rows.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join("");
const json = (more: string): string =>
  `{"contributor":"ann","content_id":"p","created_at":1700000000,"tokens":5,${more}}`;

describe("what spreadsheets write", () => {
  const rows = "alice;https://forum.example/in/a;1700000000;12\r\n";
  test.each(["sep=;\r\n", "SEP=;\n", '"sep=;"\r\n', "\uFEFFsep=;\r\n"])(
    "%j names the delimiter and is no row",
    async (first) => {
      const manifest = await take(`${first}contributor;url;created_at;tokens\r\n${rows}x;;;\r\n`);
      expect(manifest).toMatchObject({ delimiter: ";", received: "2", accepted: "1" });
      const { items } = await listRejections(platform, { manifestId: manifest.id });
      expect(new Set(items.map(({ line }) => line))).toEqual(new Set(["4"]));
    },
  );

  test("a delimiter nobody would guess is taken from the line", async () => {
    const manifest = await take(`sep=#\ncontributor#content_id#created_at#tokens\nann#p#1700000000#1\n`);
    expect(manifest).toMatchObject({ delimiter: "#", accepted: "1" });
  });

  test("lines that end in a return alone are read, quoted or not, as CSV and as JSON Lines", async () => {
    const csv =
      'contributor,content_id,created_at,tokens,title\rann,p1,1700000000,12,"a\rb"\rbob,p2,1700000001,13,c\r';
    const manifest = await take(csv);
    expect(manifest).toMatchObject({ accepted: "2", rejected: "0" });
    expect(await accepted(manifest, "line, contributor, title")).toEqual([
      ["2", "ann", "a\nb"],
      ["4", "bob", "c"],
    ]);
    const lines = jsonl([JSON_ROW, { ...JSON_ROW, content_id: "p2" }]).replaceAll("\n", "\r");
    expect(await take(lines)).toMatchObject({ accepted: "2", rejected: "0" });
  });

  test("a space before a quote is named", async () => {
    const csv = `contributor, url, created_at, tokens, title\nalice, https://forum.example/1, 1700000000, 12, "a, b"\nbob, https://forum.example/2, 1700000000, 12, a b\n`;
    expect(await faults(await take(csv))).toEqual(["2 row:space_before_quote"]);
  });
});

describe("columns no field uses", () => {
  test("may have one name, in every format; two of a used one are refused with which", async () => {
    const csv = "contributor,content_id,created_at,tokens,Label,Label,label\nann,p,1700000000,12,x,y,z\n";
    expect(await take(csv)).toMatchObject({ accepted: "1", rejected: "0" });
    expect(await take(jsonl([{ ...JSON_ROW, Label: 1, label: 2, " label": 3 }]))).toMatchObject({
      accepted: "1",
    });
    const file = (column: string) =>
      aParquet(`SELECT 'ann' contributor, 'p' content_id, 1700000000 created_at, 1 tokens, 2 AS "${column}"`);
    const twice = async (column: string) => {
      const { path } = await file(column.replace(/.$/, "_"));
      const bytes = (await readFile(path)).toString("latin1").replaceAll(column.replace(/.$/, "_"), column);
      await writeFile(path, Buffer.from(bytes, "latin1"));
      return { path };
    };
    expect(await take(await file("Tokens"))).toMatchObject({ accepted: "1" });
    for (const content of [
      await twice("tokens"),
      "contributor,content_id,created_at,tokens,tokens\nann,p,1700000000,1,2\n",
    ])
      await expect(sendManifest(platform, (await draftDeal(platform)).id, content)).rejects.toMatchObject({
        code: "MANIFEST_MAPPING",
        faults: [
          { path: "columns.tokens", message: expect.stringContaining('2 columns are called "tokens"') },
        ],
      });
  });
});

describe("JSON Lines", () => {
  test("with half a character in a field nobody reads are taken, in one that is read they lose the row", async () => {
    const manifest = await take(
      jsonl([
        json('"body":"cut off \\ud83d"'),
        json('"body":"\\\\ud83d whole \\ud83d\\ude00","title":"a\\ud83d\\ude00\\\\ud83d"').replace(
          '"p"',
          '"p2"',
        ),
        json('"title":"cut \\udc00"').replace('"p"', '"p3"'),
        json('"body":"\\ud83d",'),
        json('"body":"\\ud83d').slice(0, -1),
      ]),
    );
    expect(await accepted(manifest, "content_id, title")).toEqual([
      ["p", null],
      ["p2", "a😀\\ud83d"],
    ]);
    expect(await faults(manifest)).toEqual([
      "3 row:half_character",
      "4 content_id:duplicate",
      "5 row:not_json",
    ]);
  });

  test("nested deeper than anybody needs lose the row and nothing else, wherever they stand", async () => {
    const deep = (levels: number): string => json(`"x":${"[".repeat(levels)}${"]".repeat(levels)}`);
    const wide = json(
      `"x":[${Array.from({ length: 2000 }, () => "[]").join(",")}],"y":"${"[".repeat(2000)}"`,
    );
    for (const levels of [501, 6_000, 200_000]) {
      const manifest = await take(
        jsonl([deep(levels), wide, JSON.stringify({ ...JSON_ROW, content_id: "p2" })]),
      );
      expect(await faults(manifest)).toEqual(["1 row:nested_too_deep"]);
      expect(manifest).toMatchObject({ state: "ready", accepted: "2" });
    }
  });
});
