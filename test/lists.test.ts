import { expect, test } from "vitest";
import { LIMITS } from "@/kernel/limits";
import { NOT_A_CURSOR } from "@/kernel/page";
import { listOrder } from "@/kernel/wire";
import { allVerbs } from "./all-verbs";

/** The one contract of all lists: what is asked of every verb whose answer goes on with `nextCursor`. */
const lists = [...(await allVerbs()).values()].filter(({ spec }) => "cursor" in shapeOf(spec.input));

test("there are lists to look at", () => expect(lists.length).toBeGreaterThan(15));

const NO_CURSORS = [
  "zzz",
  "0",
  "null",
  "W10",
  "../..",
  "\0",
  "\ud800",
  listOrder("another", ["id"]).write("x"),
];
const NO_LIMITS = [0, -1, 1.5, LIMITS.pageRowsMax + 1, 100_000, "0", "1e2", "0x10", " 5", "abc", true, null];
const FINE = [{}, { cursor: "" }, { limit: "" }, { limit: 1 }, { limit: "100" }];

test.each(lists.map((verb) => [verb.spec.name, verb.spec.input] as const))(
  "%s refuses what is no cursor and no limit, and takes an empty cursor for the first page",
  (_, input) => {
    const faults = (ask: object) =>
      (input.safeParse(ask).error?.issues ?? [])
        .filter(({ path }) => path[0] === "cursor" || path[0] === "limit")
        .map(({ path, message }) => `${String(path[0])}: ${message}`);
    for (const cursor of NO_CURSORS)
      expect([cursor, faults({ cursor })]).toEqual([cursor, [`cursor: ${NOT_A_CURSOR}`]]);
    for (const limit of NO_LIMITS)
      expect([limit, faults({ limit })]).toEqual([limit, ["limit: Give a whole number from 1 to 100."]]);
    for (const ask of FINE) expect([ask, faults(ask)]).toEqual([ask, []]);
  },
);

test("a cursor comes back as it went, and is of its own list alone", () => {
  const order = listOrder("things", ["instant", "text", "number", "id"]);
  const place = ["2026-11-29T12:00:00.000Z", "Grüße 🌍 | “x”", "123456789012345678", "deal_1"] as const;
  const cursor = order.write(...place);
  expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(order.ask.cursor.parse(cursor)).toEqual([new Date(place[0]), place[1], BigInt(place[2]), place[3]]);
  for (const other of [
    order.write(place[0], "\0", place[2], place[3]),
    order.write("-271821-04-20T00:00:00.000Z", place[1], place[2], place[3]),
    order.write(place[0], place[1], "-1", place[3]),
    `${cursor}A`,
    cursor.slice(0, -1),
  ])
    expect(order.ask.cursor.safeParse(other).success).toBe(false);
});

function shapeOf(schema: unknown): object {
  return (schema as { shape?: object }).shape ?? {};
}
