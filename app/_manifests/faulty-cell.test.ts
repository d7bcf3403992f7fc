import { describe, expect, test } from "vitest";
import { faultyCell } from "./faulty-cell";

const read = (format: "csv" | "jsonl", delimiter = ",") => ({
  format,
  delimiter,
  columns: ["id", "author", "link"],
  mapping: { columns: { contributor: "author", url: "link" } },
});
const mark = (original: string, field: string, value: string | null, how = read("csv")) =>
  faultyCell(how, { original, field, value });

describe("the faulty cell of a line", () => {
  test("is found by its column in a delimited line", () => {
    expect(mark("1,ann,javascript:x", "url", "javascript:x")).toEqual({
      before: "1,ann,",
      cell: "javascript:x",
      after: "",
    });
    expect(mark("1;ann;x", "contributor", "ann", read("csv", ";"))).toEqual({
      before: "1;",
      cell: "ann",
      after: ";x",
    });
  });

  test("is found behind cells with quotes, delimiters and doubled quotes in them", () => {
    expect(mark('"a,""b"",c","ann, or bob",x', "contributor", "ann, or bob").cell).toBe('"ann, or bob"');
    expect(mark('"a,""b"",c",ann,"x,y"', "url", "x,y").cell).toBe('"x,y"');
    expect(mark('"","",x', "url", "x").cell).toBe("x");
  });

  test("is found behind its key in a JSON line", () => {
    expect(mark('{"author": "ann", "link": "x\\"y"}', "url", 'x"y', read("jsonl")).cell).toBe('x\\"y');
    expect(mark('{"author":"ann","link":12}', "url", "12", read("jsonl")).cell).toBe("12");
  });

  test("is nothing where the whole row is at fault, and a place where a value is missing", () => {
    expect(mark("1,ann", "row", null)).toEqual({ before: "1,ann", cell: null, after: "" });
    expect(mark("1,,x", "contributor", "")).toEqual({ before: "1,", cell: "", after: ",x" });
    expect(mark("1,ann", "url", null).cell).toBeNull();
  });

  test("stays in view in a long line", () => {
    const long = `${"a".repeat(900)},ann,${"x".repeat(900)}`;
    const marked = mark(long, "contributor", "ann");
    expect(marked.cell).toBe("ann");
    expect(marked.before.startsWith("…")).toBe(true);
    expect(marked.before.length + marked.after.length).toBeLessThan(300);
  });
});
