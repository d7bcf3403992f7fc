import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dealValue } from "@/test/factories/deal-values";
import { paymentFaults, referenceKey } from "./payment";

const deal = dealValue({ reportedAt: new Date("2026-03-01T12:00:00Z") });
const good = { reference: "RF18 5390", receivedMinor: 100_000_000n, valueDate: "2026-03-20" };
const pathsOf = (over: object) =>
  paymentFaults(deal, { ...good, ...over }, "2026-03-21").map(({ path }) => path);

describe("a payment", () => {
  test("is the deal's when its amount, day and reference are", () => {
    expect(pathsOf({})).toEqual([]);
    expect(pathsOf({ reference: " -/ " })).toEqual(["reference"]);
    expect(pathsOf({ valueDate: "2026-03-22" })).toEqual(["valueDate"]);
    expect(pathsOf({ valueDate: "2026-03-21" })).toEqual([]);
    expect(pathsOf({ valueDate: "2026-03-01" })).toEqual([]);
    expect(pathsOf({ valueDate: "2026-02-28" })).toEqual(["valueDate"]);
  });

  test("of any other amount is refused, and the sentence says by how much", () => {
    expect(paymentFaults(deal, { ...good, receivedMinor: 99_999_999n }, "2026-03-21")[0]?.message).toContain(
      "0.01 USD too little",
    );
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (receivedMinor) => {
        expect(pathsOf({ receivedMinor }).length === 0).toBe(receivedMinor === deal.grossMinor);
      }),
    );
  });

  test("has one reference however it is spaced, cased or joined", () => {
    expect(referenceKey("RF18 5390-0754")).toBe(referenceKey("rf1853900754"));
    expect(referenceKey("ＲＦ１８")).toBe("RF18");
    expect(referenceKey("WIRE 1")).not.toBe(referenceKey("WIRE 11"));
  });
});
