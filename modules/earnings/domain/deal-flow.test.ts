import fc from "fast-check";
import { expect, test } from "vitest";
import { sumOf } from "@/kernel/sum";
import { partsOfBooks, partsOfSplit } from "./deal-flow";

const sum = (parts: readonly { minor: bigint }[]) => sumOf(parts, ({ minor }) => minor);

test("a split's parts are its gross, and what is nothing is not shown", () => {
  const split = { gross: 100n, retained: 40n, fee: 3n, reserve: 7n, paid: 50n, unclaimed: 30n, held: 0n };
  expect(sum(partsOfSplit(split))).toBe(split.gross);
  expect(partsOfSplit(split).map(({ name }) => name)).toEqual([
    "retained",
    "fee",
    "payable",
    "unclaimed",
    "reserve",
  ]);
});

test("whatever stands on the books, the parts are the gross to the last minor unit", () => {
  const accounts = [
    "platform_retained",
    "operator_fee",
    "payable",
    "unclaimed",
    "held",
    "reserve",
    "deal_pool",
  ];
  const standings = fc.array(
    fc.record({ account: fc.constantFrom(...accounts), minor: fc.bigInt({ min: -(10n ** 12n), max: 0n }) }),
  );
  fc.assert(
    fc.property(standings, fc.bigInt({ min: 0n, max: 10n ** 12n }), (rows, left) => {
      const gross = -sum(rows) + left;
      const parts = partsOfBooks(gross, rows);
      expect(sum(parts)).toBe(gross);
      expect(parts.find(({ name }) => name === "paid_out")?.minor ?? 0n).toBe(left);
    }),
  );
});

test("what was released from the reserve is a part of its own, and counted nowhere else", () => {
  const rows = [
    { account: "payable", minor: -60n },
    { account: "unclaimed", minor: -30n },
    { account: "reserve", minor: 0n },
  ];
  const releases = [
    { account: "payable", minor: -6n },
    { account: "unclaimed", minor: -4n },
  ];
  expect(partsOfBooks(90n, rows, releases)).toEqual([
    { name: "payable", minor: 54n },
    { name: "unclaimed", minor: 26n },
    { name: "released", minor: 10n },
  ]);
  // Claimed since, and most of it paid out: it is found where it went on to.
  expect(partsOfBooks(90n, [{ account: "payable", minor: -3n }], releases)).toEqual([
    { name: "paid_out", minor: 80n },
    { name: "released", minor: 10n },
  ]);
});

test("whatever was released and wherever it went on to, the parts are the gross", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const theirs = fc.constantFrom("payable", "unclaimed", "held");
  const line = fc.record({ account: theirs, minor: amount.map((minor) => -minor) });
  fc.assert(
    fc.property(fc.array(line), fc.array(line), amount, (rows, releases, out) => {
      const gross = -sum(rows) + out;
      const parts = partsOfBooks(gross, rows, releases);
      const released = -sum(releases);
      expect(sum(parts)).toBe(gross);
      expect(parts.every(({ minor }) => minor > 0n)).toBe(true);
      expect(parts.find(({ name }) => name === "released")?.minor ?? 0n).toBe(
        released < gross ? released : gross,
      );
    }),
  );
});

test("bank lines are the other side of the funding and no part of the picture", () => {
  const rows = [
    { account: "bank", minor: 500n },
    { account: "deal_pool", minor: -500n },
  ];
  expect(partsOfBooks(500n, rows)).toEqual([{ name: "undivided", minor: 500n }]);
});
