import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { USES } from "@/modules/consent/domain/uses";
import { dealValue } from "@/test/factories/deal-values";
import { conflictSentence, conflicts } from "./overlap";

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const first = dealValue({ exclusive: true, termFrom: "2026-01-01", termTo: "2026-12-31" });
const second = (over: object) =>
  dealValue({ licenseeName: "Kestrel", termFrom: "2026-06-01", termTo: "2027-06-01", ...over });

describe("two licences of one platform", () => {
  test("conflict when one is exclusive and they share a use, a day and no licensee", () => {
    expect(conflicts(second({}), first, same)).toBe(true);
    expect(conflicts(second({ exclusive: true }), { ...first, exclusive: false }, same)).toBe(true);
    expect(conflicts(second({}), { ...first, exclusive: false }, same)).toBe(false);
    expect(conflicts(second({ uses: ["grounding"] }), first, same)).toBe(false);
    expect(conflicts(second({ licenseeName: "northwind LABS" }), first, same)).toBe(false);
    expect(conflicts(second({ licenseeId: "org_a" }), { ...first, licenseeId: "org_b" }, same)).toBe(true);
    expect(conflicts(second({ licenseeId: "org_a" }), { ...first, licenseeId: "org_a" }, same)).toBe(false);
  });

  test("share a day when one's last day is the other's first, and none a day later", () => {
    expect(conflicts(second({ termFrom: "2026-12-31" }), first, same)).toBe(true);
    expect(conflicts(second({ termFrom: "2027-01-01" }), first, same)).toBe(false);
    expect(conflicts(second({ termFrom: "2027-01-01" }), { ...first, termTo: null }, same)).toBe(true);
  });

  test("conflict both ways or not at all", () => {
    const day = fc.integer({ min: 0, max: 20 }).map((n) => `2026-01-${String(n + 1).padStart(2, "0")}`);
    const licence = fc
      .record({
        exclusive: fc.boolean(),
        uses: fc.uniqueArray(fc.constantFrom(...USES), { minLength: 1 }),
        termFrom: day,
        termTo: fc.option(day),
        licenseeId: fc.option(fc.constantFrom("org_a", "org_b")),
        licenseeName: fc.constantFrom("A", "B"),
      })
      .filter(({ termFrom, termTo }) => termTo === null || termFrom <= termTo);
    fc.assert(
      fc.property(licence, licence, (a, b) => {
        expect(conflicts(a, b, same)).toBe(conflicts(b, a, same));
        expect(conflicts(a, a, same)).toBe(false);
      }),
    );
  });

  test("the refusal names the deal that is in the way", () => {
    expect(conflictSentence(second({}), first)).toContain("“Forum archive 2026”");
    expect(conflictSentence(second({}), first)).toContain(
      "exclusively licenses pretraining to Northwind Labs",
    );
  });
});
