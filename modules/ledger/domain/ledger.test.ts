import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvText } from "@/kernel/csv";
import { sumOf } from "@/kernel/sum";
import { holderBalance } from "./balance";
import { canonicalEntry, checkLines, type EntryLine, takings } from "./entry";
import { hledgerPreamble, hledgerText } from "./hledger";
import { STATEMENT_COLUMNS, statementCsvRow } from "./statement-csv";

const header = {
  idempotencyKey: "k",
  cause: "payout" as const,
  causeId: "c",
  memo: "m",
  effectiveAt: new Date("2026-03-01T00:00:00Z"),
  actor: "system:test",
};
const arbMinor = fc.bigInt({ min: 1n, max: 10n ** 15n });
const arbPair = fc.record({
  minor: arbMinor,
  currency: fc.constantFrom("USD", "EUR", "JPY"),
  holder: fc.constantFrom("person:a", "person:b", "remit"),
});
/** Balanced lines: for each amount a debit of the bank and a credit of payable. */
const arbLines = fc.array(arbPair, { minLength: 1, maxLength: 12 }).map((pairs) =>
  pairs.flatMap<EntryLine>(({ minor, currency, holder }) => [
    { account: "bank", holder: "remit", currency, minor },
    { account: "payable", holder, currency, minor: -minor },
  ]),
);

/** The same lines with sides exchanged, as a reversal posts them. */
const reversed = (lines: readonly EntryLine[]): readonly EntryLine[] =>
  lines.map((line) => ({ ...line, minor: -line.minor }));

describe("lines of an entry", () => {
  test("balanced ones pass, and so do their reversals", () => {
    fc.assert(
      fc.property(arbLines, (lines) => {
        checkLines(lines);
        checkLines(reversed(lines));
        expect(reversed(reversed(lines))).toEqual(lines);
      }),
    );
  });

  test("any change of one amount is refused", () => {
    fc.assert(
      fc.property(arbLines, fc.nat(), fc.bigInt({ min: 1n, max: 99n }), (lines, at, by) => {
        const changed = lines.map((line, i) =>
          i === at % lines.length ? { ...line, minor: line.minor + by } : line,
        );
        expect(() => checkLines(changed)).toThrow(/sum to|other than zero/);
      }),
    );
  });

  test.each<[string, EntryLine[]]>([
    ["a single line", [{ account: "bank", holder: "remit", currency: "USD", minor: 1n }]],
    ["an unknown currency", pair({ currency: "XXX" })],
    ["an unknown account", pair({ account: "slush" as "bank" })],
    ["nobody", pair({ holder: "" })],
    ["a handle outside unclaimed", pair({ holder: "handle:o:n" })],
    ["a person on unclaimed", pair({ account: "unclaimed", holder: "person:p" })],
    ["an amount too large", pair({ minor: 2n ** 63n })],
  ])("refuses %s", (_, lines) => {
    expect(() => checkLines(lines)).toThrow();
  });

  test("the order of lines does not change what an entry is; anything else does", () => {
    fc.assert(
      fc.property(arbLines, (lines) => {
        expect(canonicalEntry(header, [...lines].reverse())).toBe(canonicalEntry(header, lines));
        expect(canonicalEntry({ ...header, causeId: "d" }, lines)).not.toBe(canonicalEntry(header, lines));
        expect(canonicalEntry({ ...header, effectiveAt: new Date() }, lines)).toBe(
          canonicalEntry(header, lines),
        );
      }),
    );
  });

  test("takings are what holders give, net of what they get", () => {
    fc.assert(
      fc.property(arbLines, (lines) => {
        expect(takings(lines)).toEqual([]);
        expect(takings([...lines, ...reversed(lines)])).toEqual([]);
        const given = sumOf(takings(reversed(lines)), (line) => line.minor);
        const paid = sumOf(lines, (line) => (line.minor > 0n ? line.minor : 0n));
        expect(given).toBe(paid);
      }),
    );
  });
});

function pair(wrong: Partial<EntryLine>): EntryLine[] {
  const line: EntryLine = { account: "bank", holder: "remit", currency: "USD", minor: 5n, ...wrong };
  return [line, { account: "stripe", holder: "remit", currency: line.currency, minor: -line.minor }];
}

test("balances keep their parts and currencies apart", () => {
  expect(
    holderBalance([
      { account: "payable", currency: "USD", minor: -7n },
      { account: "held", currency: "USD", minor: -2n },
      { account: "payable", currency: "EUR", minor: -1n },
      { account: "bank", currency: "EUR", minor: 9n },
    ]),
  ).toEqual([
    { currency: "EUR", payableMinor: 1n, heldMinor: 0n, unclaimedMinor: 0n, inTransitMinor: 0n },
    { currency: "USD", payableMinor: 7n, heldMinor: 2n, unclaimedMinor: 0n, inTransitMinor: 0n },
  ]);
});

describe("a statement file", () => {
  const row = {
    effectiveAt: "2026-03-01T00:00:00.000Z",
    recordedAt: "2026-03-01T00:00:01.000Z",
    entryNo: "7",
    cause: "allocation" as const,
    causeId: "alc_1",
    dealId: null,
    memo: '=HYPERLINK("x"), "quoted"',
    part: "payable",
    currency: "JPY",
    amountMinor: "-120",
    balanceMinor: "5",
  };

  test("neutralises formulas, quotes what needs it, and leaves amounts alone", () => {
    expect(statementCsvRow(row)).toBe(
      `2026-03-01T00:00:00.000Z,2026-03-01T00:00:01.000Z,7,allocation,alc_1,,"'=HYPERLINK(""x""), ""quoted""",payable,JPY,-120,5\r\n`,
    );
    expect(statementCsvRow({ ...row, currency: "USD", memo: "m" })).toContain(",USD,-1.20,0.05\r\n");
    expect(STATEMENT_COLUMNS).toHaveLength(11);
  });

  test.each(["=1", "+1", "-1", "@a", "\t=1", "\r=1"])("%j never starts a cell", (text) => {
    expect(csvText(text)).toMatch(/^"?'/);
  });
});

describe("hledger text", () => {
  const line = {
    account: "payable",
    holder: "handle:o:a  b;c",
    dealId: "deal_1",
    currency: "USD",
    minor: "-5",
  };
  const entry = {
    ...header,
    no: "3",
    memo: "two\nlines",
    effectiveAt: "2026-03-01T00:00:00Z",
    recordedAt: "r",
    first: true,
    lines: [line],
  };

  test("a handle cannot end its account name, start a comment or break a line", () => {
    expect(hledgerText(entry)).toBe(
      "\n2026-03-01 * (3) two lines\n    ; cause: payout, id: c, recorded: r\n    payable:handle:o:a %20b%3Bc  -0.05 USD  ; deal: deal_1\n",
    );
    expect(hledgerText({ ...entry, first: false })).not.toContain("two lines");
  });

  test("two handles never become one account", () => {
    const account = (name: string) =>
      /payable:(.*?) {2}/.exec(
        hledgerText({ ...entry, lines: [{ ...line, holder: `handle:o:${name}` }] }),
      )?.[1];
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ maxLength: 8 }), { minLength: 2 }), (names) => {
        expect(new Set(names.map(account)).size).toBe(names.length);
      }),
    );
    const alike = ["a b", "a  b", "a;b", "a|b", "a\tb", "a%20b", " a", "a "];
    expect(new Set(alike.map(account)).size).toBe(alike.length);
  });

  test("declares each commodity with its decimals", () => {
    expect(hledgerPreamble(["USD", "JPY", "KWD"])).toContain(
      "commodity 1000.00 USD\ncommodity 100000. JPY\ncommodity 100.000 KWD\n",
    );
  });
});
