import fc from "fast-check";
import { expect, test } from "vitest";
import { grouped } from "./grouped";

test("each item is in the group of its key and in no other; items and groups keep their order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), (items) => {
      const groups = grouped(items, (n) => n % 7);
      expect([...groups.keys()]).toEqual([...new Set(items.map((n) => n % 7))]);
      for (const [key, group] of groups) expect(group).toEqual(items.filter((n) => n % 7 === key));
    }),
  );
});
