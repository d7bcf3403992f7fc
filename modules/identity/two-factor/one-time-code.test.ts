import { describe, expect, test } from "vitest";
import { acceptedStep, codeOfStep, otpauthAddress, stepAt } from "./one-time-code";

/** The key of both documents' test vectors, "12345678901234567890", in base32. */
const KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

test("the codes of RFC 4226, appendix D", () => {
  const codes = Array.from({ length: 10 }, (_, counter) => codeOfStep(KEY, counter));
  expect(codes).toEqual([
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
    "254676",
    "287922",
    "162583",
    "399871",
    "520489",
  ]);
});

// The document prints eight digits; six are the last six of them.
test.each([
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
])("the code of RFC 6238, appendix B, at %i seconds", (seconds, eight) => {
  expect(codeOfStep(KEY, stepAt(at(seconds)))).toBe(eight.slice(2));
});

describe("a code", () => {
  const NOW = at(1234567890);
  const present = stepAt(NOW);
  const given = (step: number, lastStep: number | null = null) =>
    acceptedStep(KEY, { code: codeOfStep(KEY, step), at: NOW, lastStep });

  test("of this step and of one before and after is accepted, of two away it is not", () => {
    expect([-2, -1, 0, 1, 2].map((away) => given(present + away))).toEqual([
      null,
      present - 1,
      present,
      present + 1,
      null,
    ]);
  });

  test("is accepted once, and earlier ones never after it", () => {
    expect(given(present, present)).toBeNull();
    expect(given(present - 1, present)).toBeNull();
    expect(given(present + 1, present)).toBe(present + 1);
  });

  test("of another length or another secret is wrong", () => {
    for (const code of ["", "12345", codeOfStep(KEY, present).slice(1), "0000000"])
      expect(acceptedStep(KEY, { code, at: NOW, lastStep: null })).toBeNull();
    const other = "GA4TQNZWGU2DGMRRGA4TQNZWGU2DGMRR";
    const code = codeOfStep(other, present);
    expect(acceptedStep(KEY, { code, at: NOW, lastStep: null })).toBeNull();
  });
});

test("a secret is the same however it is spaced and in either case", () => {
  const spaced = "gezd gnbv gy3t qojq gezd gnbv gy3t qojq";
  expect(codeOfStep(spaced, 1)).toBe("287082");
});

test("the address an app reads names who and what, in characters an address may have", () => {
  const address = otpauthAddress({ issuer: "Remit", account: "ada+x@mail.example", secret: "MZXW6YTB" });
  expect(address).toBe("otpauth://totp/Remit:ada%2Bx%40mail.example?secret=MZXW6YTB&issuer=Remit");
});
