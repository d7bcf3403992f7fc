import fc from "fast-check";
import { expect, test } from "vitest";
import { withEngine } from "./engine";
import { settled, settleTexts } from "./settle-texts";

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.constantFrom("\uFEFF", "\uFEFFa", "a", "\uFEFF\uFEFFa", "", "\u200b"),
  ),
  { minLength: 1, maxLength: 8 },
);

test("every text is read exactly and finds what was said of it, whatever it begins with", async () => {
  await withEngine(async (connection) => {
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        // Well-formed text only: a lone surrogate cannot be stored.
        const raw = list.map((text) => text.toWellFormed().replaceAll("\0", ""));
        const values = raw.map((text) => `('${Buffer.from(text).toString("hex")}')`).join(", ");
        await connection.run(
          `CREATE OR REPLACE TABLE given AS SELECT decode(unhex(h)) AS raw FROM (VALUES ${values}) t(h)`,
        );
        const seen: string[] = [];
        const total = await settleTexts(connection, {
          into: "said",
          columns: [["hex", "VARCHAR"]],
          select: "FROM given",
          of(text) {
            seen.push(text);
            return [Buffer.from(text).toString("hex").toUpperCase()];
          },
        });
        expect(new Set(seen)).toEqual(new Set(raw));
        expect(total).toBe(new Set(raw).size);
        const reader = await connection.runAndReadAll(
          `SELECT count(*) FILTER (WHERE hex(encode(g.raw)) = ${settled("s", "said", "true", "s.hex")}) AS right
           FROM given g LEFT JOIN said s ON s.raw = g.raw`,
        );
        expect(reader.getRows()[0]?.[0]).toBe(BigInt(raw.length));
      }),
      { numRuns: 30 },
    );
  });
});

test("a text that finds nothing fails the statement, and is not NULL", async () => {
  await withEngine(async (connection) => {
    await connection.run(
      "CREATE TABLE given AS SELECT 'a' AS raw UNION ALL SELECT 'b' UNION ALL SELECT NULL",
    );
    await settleTexts(connection, {
      into: "said",
      columns: [["length", "INTEGER"]],
      select: "SELECT raw FROM given WHERE raw = 'a'",
      of: (text) => [text.length],
    });
    const read = (expected: string) =>
      connection.runAndReadAll(
        `SELECT ${settled("s", "said", expected, "s.length")} FROM given g LEFT JOIN said s ON s.raw = g.raw`,
      );
    await expect(read("g.raw IS NOT NULL")).rejects.toThrow("a text is missing from said");
    expect((await read("g.raw = 'a'")).getRows()).toHaveLength(3);
  });
});
