import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sqlText } from "@/infra/engine/engine";
import { keysOf } from "../domain/narrowest";
import { keyRows } from "./keys";

const part = fc.oneof(
  fc.constantFrom(
    ".",
    "..",
    "%2e",
    "%2E.",
    "a",
    "B",
    "%61",
    "%2f",
    "%",
    "é",
    "~x",
    "a|b",
    "it's",
    "",
    ":80",
    "x--y",
  ),
  fc.stringMatching(/^[!-~]{0,4}$/),
);
const address = fc
  .tuple(
    fc.constantFrom("https://", "http://", "HTTPS://", "https:/", "http:\\\\", "https://me@", "ftp://"),
    fc.constantFrom(
      "f.example",
      "F.Example",
      "f.example.",
      "f.example:443",
      "f.example:8080",
      "xn--e1afmkfd.example",
    ),
    fc.array(part, { maxLength: 4 }),
    fc.constantFrom("", "?", "?q=1", "?q=/../%7e'", "#end"),
  )
  .map(([scheme, host, parts, end]) => `${scheme}${host}${parts.map((one) => `/${one}`).join("")}${end}`);
const host = fc.stringMatching(/^[a-z0-9._-]{1,12}$/).map((name) => `https://${name}/a`);
const text = fc.oneof(
  address,
  host,
  fc.constantFrom("t3_abc", "t1:abc", " https://f.example/ ", "\thttps://f.example"),
);
const work = fc.constantFrom(
  "wrk_1",
  "978-0-8044-2957-3",
  "DOI:10.1000/A",
  "story-1",
  "\uFEFFstory-1",
  "10.1000/a; https://doi.org/10.1000/B?c=d",
);

test("rows are keyed in SQL as by the written function, whatever stands in them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text, work), { minLength: 200, maxLength: 500 }),
      async (rows) => {
        const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
        const connection: DuckDBConnection = await instance.connect();
        const values = rows.map((cells, line) => `(${line}, 'ann', ${cells.map(sqlText).join(", ")})`);
        await connection.run(
          `CREATE TABLE fine_row AS FROM (VALUES ${values.join(", ")}) r(line, contributor, url, content_id, work_id)`,
        );
        await keyRows(connection, null);
        const reader = await connection.runAndReadAll(
          `SELECT list_sort((SELECT list(key) FROM work_key w WHERE w.raw = k.work)) AS works, url, content, address
         FROM fine_key k ORDER BY line`,
        );
        const expected = rows.map(([url, contentId, workId]) => {
          const keys = keysOf({ url, contentId, workId }, null);
          return { ...keys, works: [...keys.works].sort(), address: keys.url ?? keys.content };
        });
        expect(reader.getRowObjectsJS()).toEqual(expected);
        connection.closeSync();
        instance.closeSync();
      },
    ),
    { numRuns: 4 }, // many rows in few engines: starting one takes longer than its rows
  );
}, 60_000);
