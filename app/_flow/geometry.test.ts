import fc from "fast-check";
import { expect, test } from "vitest";
import { branchesOf, contributorsOf, totalOf } from "./branches";
import { narrowPicture, widePicture } from "./geometry";

const flow = {
  grossMinor: "125000000",
  parts: [
    { name: "retained" as const, minor: "50000000" },
    { name: "fee" as const, minor: "2500000" },
    { name: "reserve" as const, minor: "3625000" },
    { name: "payable" as const, minor: "2274371" },
    { name: "unclaimed" as const, minor: "66600629" },
  ],
};

test("the parts are ordered as the picture reads, and add up to the gross", () => {
  const branches = branchesOf(flow);
  expect(branches.outside.map(({ name }) => name)).toEqual(["retained", "fee"]);
  expect(branches.inside.map(({ name }) => name)).toEqual(["payable", "unclaimed", "reserve"]);
  expect(totalOf(branches)).toBe(branches.gross);
  expect(contributorsOf(branches)).toBe(72_500_000n);
});

test("bands are to scale", () => {
  const { first, pool, second } = widePicture(branchesOf(flow));
  const all = [...first, ...second].reduce((sum, band) => sum + band.thickness, 0);
  expect(all).toBeCloseTo(300, 1);
  expect(pool?.thickness).toBeCloseTo(300 * 0.58, 1);
  expect(first[0]?.thickness).toBeCloseTo(120, 3);
});

test("however small a part is, it is drawn, its label has room, and nothing lies outside the picture", () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });
  fc.assert(
    fc.property(fc.tuple(amount, amount, amount, amount, amount), ([a, b, c, d, e]) => {
      const grossMinor = String(a + b + c + d + e);
      const names = ["retained", "fee", "reserve", "payable", "unclaimed"] as const;
      const parts = [a, b, c, d, e].map((minor, n) => ({
        name: names[n] ?? ("held" as const),
        minor: String(minor),
      }));
      const branches = branchesOf({ grossMinor, parts });
      const wide = widePicture(branches);
      const bands = [...wide.first, ...wide.second];
      expect(bands.every((band) => band.thickness >= 1 && band.to >= -0.01)).toBe(true);
      expect(bands.every((band) => band.to + band.thickness <= wide.height + 0.01)).toBe(true);
      for (const column of [wide.first, wide.second])
        column.slice(1).forEach((band, n) => {
          expect(band.labelAt - (column[n]?.labelAt ?? 0)).toBeGreaterThanOrEqual(52);
        });
      const narrow = narrowPicture(branches);
      expect(narrow.leaving.every((one) => one.top + one.height <= narrow.height)).toBe(true);
    }),
  );
});
