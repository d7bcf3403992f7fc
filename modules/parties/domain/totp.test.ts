import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fromBase32, inGroups, toBase32 } from "./base32";
import { readCode, recoveryCodeOf } from "./second-step-code";
import { acceptedStep, codeOfStep, otpauthAddress, stepAt } from "./totp";

const hmac = (key: Uint8Array, message: Uint8Array) => createHmac("sha1", key).update(message).digest();
/** The key of both documents' test vectors. */
const KEY = new TextEncoder().encode("12345678901234567890");
const at = (seconds: number) => new Date(seconds * 1000);

test("the codes of RFC 4226, appendix D", () => {
  const codes = Array.from({ length: 10 }, (_, counter) => codeOfStep(hmac, KEY, counter));
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
  expect(codeOfStep(hmac, KEY, stepAt(at(seconds)))).toBe(eight.slice(2));
});

describe("a code", () => {
  const NOW = at(1234567890);
  const present = stepAt(NOW);
  const given = (step: number, lastStep: number | null = null) =>
    acceptedStep(hmac, KEY, { code: codeOfStep(hmac, KEY, step), at: NOW, lastStep });

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
    for (const code of ["", "12345", codeOfStep(hmac, KEY, present).slice(1), "0000000"])
      expect(acceptedStep(hmac, KEY, { code, at: NOW, lastStep: null })).toBeNull();
    const other = new TextEncoder().encode("09876543210987654321");
    const code = codeOfStep(hmac, other, present);
    expect(acceptedStep(hmac, KEY, { code, at: NOW, lastStep: null })).toBeNull();
  });
});

test("base32 as in RFC 4648, section 10, without its padding", () => {
  const vectors = {
    "": "",
    f: "MY",
    fo: "MZXQ",
    foo: "MZXW6",
    foob: "MZXW6YQ",
    fooba: "MZXW6YTB",
    foobar: "MZXW6YTBOI",
  };
  for (const [plain, coded] of Object.entries(vectors)) {
    expect(toBase32(new TextEncoder().encode(plain))).toBe(coded);
    expect(new TextDecoder().decode(fromBase32(coded.toLowerCase()) ?? undefined)).toBe(plain);
  }
  expect(fromBase32("MZXW6YQ=")).toEqual(new TextEncoder().encode("foob"));
  expect(fromBase32("MZXW1")).toBeNull();
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(fromBase32(toBase32(bytes))).toEqual(bytes);
});

test("what is typed is read however it is spaced", () => {
  expect(readCode(" 123 456")).toEqual({ kind: "app", code: "123456" });
  const code = recoveryCodeOf(Uint8Array.from({ length: 10 }, (_, index) => index * 25));
  expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
  expect(readCode(code.toUpperCase().replaceAll("-", " "))).toEqual({ kind: "recovery", code });
  expect(inGroups("ABCDEF", " ")).toBe("ABCD EF");
});

test("the address an app reads names who and what, in characters an address may have", () => {
  const address = otpauthAddress({ issuer: "Remit", account: "ada+x@mail.example", secret: "MZXW6YTB" });
  expect(address).toBe("otpauth://totp/Remit:ada%2Bx%40mail.example?secret=MZXW6YTB&issuer=Remit");
});
