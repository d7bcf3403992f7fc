import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  columnOf,
  NO_SUCH_TEXT,
  NOT_CALCULATED,
  type RawCell,
  readCell,
  sheetRecord,
  unescaped,
  withoutMarks,
} from "./sheet-cell";

const raw = (value: string | null, more: Partial<RawCell> = {}): RawCell => ({
  ...{ type: "n", isDate: false, hasFormula: false },
  value,
  ...more,
});
const read = (cell: RawCell) => readCell(cell, { is1904: false, shared: (at) => ["ann", ""][at] ?? null });

describe("a cell of a sheet", () => {
  test.each([
    ["0", "number", "0"],
    ["-5", "number", "-5"],
    ["007", "number", "7"],
    ["5.0", "number", "5"],
    ["0.1", "number", "0.1"],
    ["1E3", "number", "1000"],
    ["999999999999999", "number", "999999999999999"],
    ["1234567890123451", "number", "1234567890123451"],
    ["1234567890123450", "inexact", "1234567890123450"],
    ["9007199254740993", "inexact", "9007199254740993"],
    ["12345678901234567", "inexact", "12345678901234567"],
    ["1.2345678901234501E+16", "inexact", "12345678901234500"],
    ["1.50E+18", "inexact", "1500000000000000000"],
    ["Infinity", "error", "Infinity"],
    ["12,5", "error", "12,5"],
  ])("the number %s is %s %s", (value, kind, text) => expect(read(raw(value))).toEqual({ kind, text }));

  test.each([
    [raw("0", { type: "s" }), { kind: "text", text: "ann" }],
    [raw("1", { type: "s" }), null],
    [raw("7", { type: "s" }), { kind: "error", text: NO_SUCH_TEXT }],
    [raw("x", { type: "s" }), { kind: "error", text: NO_SUCH_TEXT }],
    [raw("007", { type: "inlineStr" }), { kind: "text", text: "007" }],
    [raw("sum", { type: "str", hasFormula: true }), { kind: "text", text: "sum" }],
    [raw("", { type: "str", hasFormula: true }), null],
    [raw(null, { hasFormula: true }), { kind: "error", text: NOT_CALCULATED }],
    [raw(null), null],
    [raw("#N/A", { type: "e" }), { kind: "error", text: "#N/A" }],
    [raw("#N/A", { type: "str" }), { kind: "text", text: "#N/A" }],
    [raw("1", { type: "b" }), { kind: "boolean", text: "true" }],
    [raw("45322.5", { isDate: true }), { kind: "date", text: "2024-01-31T12:00:00" }],
    [raw("-3", { isDate: true }), { kind: "number", text: "-3" }],
    [raw("2024-01-31T12:00:00", { type: "d" }), { kind: "date", text: "2024-01-31T12:00:00" }],
  ])("%j is %j", (cell, said) => expect(read(cell)).toEqual(said));

  test("every number a program can hold exactly keeps all its digits", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        expect(read(raw(String(n)))?.text).toBe(String(n));
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => {
        expect(Number(read(raw(String(n)))?.text)).toBe(n === 0 ? 0 : n);
      }),
    );
  });
});

test("a row is CSV with marks, padded to its columns; what people see of it has none", () => {
  const cells = [{ kind: "text", text: 'a "b", c' } as const, { kind: "number", text: "5" } as const];
  const { csv, isQuoted, fault } = sheetRecord(cells, 4);
  expect(csv).toBe('"a ""b"", c",\x1cn5,,');
  expect([isQuoted, fault]).toEqual([true, null]);
  expect(withoutMarks(csv)).toBe('"a ""b"", c",5,,');
});

test.each([
  ["a cell beyond the last column", ["a", "b", "c"], "too_many_fields"],
  ["a control character", ["a\x1f"], "control_characters"],
  ["half a character", ["a\ud83d"], "half_character"],
  ["a whole one", ["a\ud83d\ude00"], null],
])("%s: %s is %s", (_, texts, fault) =>
  expect(
    sheetRecord(
      texts.map((text) => ({ kind: "text", text })),
      2,
    ).fault,
  ).toBe(fault),
);

test.each([
  ["a_x000D_\nb", "a\nb"],
  ["_x005F_x000D_", "_x000D_"],
  ["_xD83D_", "\ud83d"],
  ["no_x", "no_x"],
])("%j is written for %j", (written, text) => expect(unescaped(written)).toBe(text));

test.each([
  ["A1", 0],
  ["Z9", 25],
  ["AA1", 26],
  ["xfd1048576", 16_383],
  ["1A", null],
  ["A", null],
  ["", null],
])("%s is column %s", (place, column) => expect(columnOf(place)).toBe(column));
