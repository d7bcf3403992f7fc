import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RecordScanner, type ScanFault, type ScannerOptions } from "./record-scanner";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function scan(chunks: readonly Uint8Array[], options: Partial<ScannerOptions> = {}) {
  const faults: (Omit<ScanFault, "raw"> & { raw: string })[] = [];
  const out: Uint8Array[] = [];
  const scanner = new RecordScanner({
    delimiter: 44,
    columns: 3,
    quotes: true,
    header: true,
    lineBytesMax: 200,
    rawBytesMax: 100,
    isText: isUtf8,
    onFault: (fault) => faults.push({ ...fault, raw: Buffer.from(fault.raw).toString("latin1") }),
    onOutput: (buffer) => out.push(buffer),
    ...options,
  });
  for (const chunk of chunks) scanner.push(chunk);
  const totals = scanner.end();
  return { totals, faults, out: Buffer.concat(out).toString("latin1") };
}
const scanText = (text: string, options: Partial<ScannerOptions> = {}) => scan([bytes(text)], options);
const reasons = (text: string, options: Partial<ScannerOptions> = {}) =>
  scanText(text, options).faults.map((fault) => [fault.record, fault.line, fault.reason]);

describe("the record scanner", () => {
  test("writes plain records as they are, with record and line number before and an empty raw text after", () => {
    expect(scanText("a,b,c\n1,2,3\r\n4,5,6").out).toBe("2,2,1,2,3,\n3,3,4,5,6,\n");
  });

  test("takes quotes off, and adds the original in a field of its own", () => {
    expect(scanText('a,b,c\n"x, ""y""",2,"3\n4"\n5,6,7\n').out).toBe(
      '2,2,x\x1f "y",2,3\x1e4,"x\x1f ""y"""\x1f2\x1f"3\x1e4"\n3,4,5,6,7,\n',
    );
  });

  test("drops a byte-order mark, also one cut in two", () => {
    const mark = new Uint8Array([0xef, 0xbb, 0xbf]);
    const whole = scan([mark, bytes("a,b,c\n1,2,3\n")]);
    expect(scan([mark.slice(0, 1), mark.slice(1), bytes("a,b,c\n1,2,3\n")])).toEqual(whole);
    expect(whole.out).toBe("2,2,1,2,3,\n");
  });

  test.each<[string, string, unknown]>([
    ["an empty line", "a,b,c\n\n1,2,3\n", [[2, 2, "empty_line"]]],
    ["too few fields", "a,b,c\n1,2\n1,2,3\n", [[2, 2, "too_few_fields"]]],
    ["too many fields", "a,b,c\n1,2,3,4\n1,2,3\n", [[2, 2, "too_many_fields"]]],
    ["text after a closing quote", 'a,b,c\n"1"x,2,3\n1,2,3\n', [[2, 2, "bad_quoting"]]],
    ["a quote open at the end", 'a,b,c\n1,2,3\n"x,2,3', [[3, 3, "unterminated_quote"]]],
    ["a quote open lines before the end", 'a,b,c\n"x,2,3\n1,2,3\n4,5,6\n', [[2, 2, "unterminated_quote"]]],
    ["a stray quote closed by a later one", 'a,b,c\n"x,2,3\n1,2,3\n"4",5,6\n', [[2, 2, "bad_quoting"]]],
    ["a zero byte", "a,b,c\n1,\0,3\n1,2,3\n", [[2, 2, "control_characters"]]],
    ["a quoted zero byte", 'a,b,c\n1,"\0",3\n', [[2, 2, "control_characters"]]],
    ["a lone return", "a,b,c\n1\r2,2,3\n", [[2, 2, "control_characters"]]],
    ["a long line", `a,b,c\n${"x".repeat(300)},2,3\n1,2,3\n`, [[2, 2, "line_too_long"]]],
    ["a long quoted text", `a,b,c\n"${"x\n".repeat(300)}",2,3\n1,2,3\n`, [[2, 2, "line_too_long"]]],
    [
      "a quote nobody closes, over the limit",
      `a,b,c\n"1,2,3\n${"1,2,3\n".repeat(90)}`,
      [[2, 2, "unterminated_quote"]],
    ],
    ["line numbers after a quoted line feed", 'a,b,c\n"1\n1",2,3\n1,2\n', [[3, 4, "too_few_fields"]]],
  ])("%s is exactly one rejected record", (_, text, expected) => {
    expect(reasons(text)).toEqual(expected);
    expect(scanText(text).totals.received).toBe(scanText(text).totals.good + 1);
  });

  test("names invalid UTF-8 without losing its neighbours", () => {
    const { faults, totals } = scan([
      bytes("a,b,c\n1,2,3\n"),
      new Uint8Array([0xff, 0xfe]),
      bytes(",2,3\n4,5,6\n"),
    ]);
    expect(faults.map((fault) => [fault.record, fault.reason])).toEqual([[3, "invalid_encoding"]]);
    expect(totals).toMatchObject({ received: 3, good: 2 });
  });
});

const soup = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(44, 34, 10, 13, 65, 34, 44, 10) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }) },
    { weight: 1, arbitrary: fc.constantFrom(0xc3, 0xa9, 0xef, 0xbb, 0xbf) },
  ),
  { maxLength: 120 },
);
const cuts = fc.array(fc.nat(120), { maxLength: 8 });

function cut(all: Uint8Array, at: readonly number[]): Uint8Array[] {
  const points = [...new Set([0, ...at.filter((point) => point < all.length), all.length])].sort(
    (a, b) => a - b,
  );
  return points.slice(1).map((end, i) => all.slice(points[i], end));
}

describe("any bytes at all", () => {
  test.each([200, 12, 3])(
    "are counted whole, and the same wherever they are cut (line limit %d)",
    (lineBytesMax) => {
      fc.assert(
        fc.property(soup, cuts, fc.boolean(), (data, at, header) => {
          const all = new Uint8Array(data);
          const options = { lineBytesMax, header };
          const whole = scan([all], options);
          expect(scan(cut(all, at), options)).toEqual(whole);
          expect(whole.totals.received).toBe(whole.totals.good + whole.totals.faulty);
          expect(whole.faults).toHaveLength(whole.totals.faulty);
          expect(whole.out.split("\n").length - 1).toBe(whole.totals.good);
        }),
        { numRuns: 700 },
      );
    },
  );

  test("what is kept of a line that is too long does not depend on where it is cut, returns at its end included", () => {
    const all = new TextEncoder().encode(",,\r\r\n");
    const whole = scan([all], { lineBytesMax: 3 });
    for (let at = 1; at < all.length; at += 1)
      expect(scan(cut(all, [at]), { lineBytesMax: 3 })).toEqual(whole);
  });

  test("records written by the rules of RFC 4180 all come through, unchanged", () => {
    const field = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "é", " ", "\r"), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 6 }),
        cuts,
        (rows, at) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const all = bytes(`a,b,c\n${rows.map((row) => row.map(quote).join(",")).join("\r\n")}\n`);
          const { totals, out } = scan(cut(all, at));
          expect(totals).toMatchObject({ received: rows.length, good: rows.length });
          const read = Buffer.from(out, "latin1")
            .toString("utf8")
            .split("\n")
            .slice(0, -1)
            .map((line) => line.split(",").slice(2, 5).map(back));
          expect(read).toEqual(rows);
        },
      ),
    );
  });
});

const back = (text: string): string =>
  text.replaceAll("\x1f", ",").replaceAll("\x1e", "\n").replaceAll("\x1d", "\r");
