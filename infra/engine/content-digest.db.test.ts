import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contentDigest } from "./content-digest";
import { withEngine } from "./engine";

const cell = fc.option(fc.stringMatching(/^[^\p{C}]{1,6}$/u), { nil: null });
const rows = fc.array(fc.tuple(cell, cell, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })), {
  maxLength: 40,
});

test("a relation's digest is that of its rows as sorted lines, in whatever order they come", async () => {
  await withEngine(async (connection) => {
    await connection.run("CREATE TABLE facts (a VARCHAR, b VARCHAR, rows BIGINT)");
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        await connection.run("DELETE FROM facts");
        for (const row of all) await connection.run("INSERT INTO facts VALUES ($1, $2, $3)", row);
        const lines = all.map(([a, b, n]) => Buffer.from(`${a ?? ""}\t${b ?? ""}\t${n}\n`));
        const text = Buffer.concat(lines.sort(Buffer.compare));
        const expected = createHash("sha256").update(text).digest("hex");
        expect(await contentDigest(connection, "facts", ["a", "b", "rows"])).toBe(expected);
        const keyed = new Map(all.filter(([a]) => a !== null).map((row) => [row[0], row]));
        await connection.run("DELETE FROM facts");
        for (const row of keyed.values()) await connection.run("INSERT INTO facts VALUES ($1, $2, $3)", row);
        const whole = await contentDigest(connection, "facts", ["a", "b", "rows"]);
        expect(await contentDigest(connection, "facts", ["a", "b", "rows"], { firstIsKey: true })).toBe(
          whole,
        );
      }),
      { numRuns: 25 },
    );
  });
});
