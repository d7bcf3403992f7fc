import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressKey, isUnder, prefixKey } from "./address";

describe("addressKey", () => {
  test.each([
    "https://f.example/private/1",
    "HTTPS://F.example/private/1",
    "http://f.example/private/1",
    "https://f.example:443/private/1",
    "http://f.example:80/private/1#part",
    "https://f.example./private/1",
    "https://f.example/%70rivate/1",
    "https://f.example/x/../private/./1",
    "https://f.example/x/%2e%2E/private/1",
    "https:\\\\f.example\\private\\1",
    "https://me@f.example/private/1",
  ])("%s is one page with the others", (raw) => {
    expect(addressKey(raw)).toBe("f.example/private/1");
  });

  test.each([
    ["https://f.example", "f.example/"],
    ["https://f.example:8443/a?", "f.example:8443/a"],
    ["https://f.example/a%2fb?q=%c3%a9", "f.example/a%2Fb?q=%C3%A9"],
    ["https://f.example/é", "f.example/%C3%A9"],
    ["https://f.example/100%", "f.example/100%25"],
    ["https://f.example/A", "f.example/A"],
    ["t3_abc", null],
    ["mailto:ann@f.example", null],
    ["", null],
  ])("%s → %s", (raw, key) => {
    expect(addressKey(raw)).toBe(key);
  });

  test("of a key is that key", () => {
    const part = fc.stringMatching(/^[A-Za-z0-9._~%/?é .\\-]{0,20}$/);
    fc.assert(
      fc.property(part, (rest) => {
        const key = addressKey(`https://f.example/${rest}`);
        expect(addressKey(`http://${key}`)).toBe(key);
      }),
    );
  });
});

describe("a prefix", () => {
  test.each([
    ["https://f.example/t/1", true],
    ["https://f.example/t/1/", true],
    ["https://f.example/t/1/x", true],
    ["https://f.example/t/1?p=2", true],
    ["https://f.example/t/10", false],
    ["https://f.example/t", false],
    ["https://f.example/t/1/../2", false],
  ])("of /t/1, with or without a last slash: %s %s", (address, covered) => {
    for (const prefix of ["https://f.example/t/1", "http://F.example/t/1/"])
      expect(isUnder(addressKey(address) ?? "", prefixKey(prefix) ?? "")).toBe(covered);
  });

  test("of a host covers all of it and no other", () => {
    const host = prefixKey("https://f.example") ?? "";
    expect(isUnder(addressKey("http://f.example") ?? "", host)).toBe(true);
    expect(isUnder(addressKey("http://f.example?q") ?? "", host)).toBe(true);
    expect(isUnder(addressKey("http://f.example.org/") ?? "", host)).toBe(false);
    expect(isUnder(addressKey("http://f.example:8080/") ?? "", host)).toBe(false);
  });
});
