import fc from "fast-check";
import { expect, test } from "vitest";
import { addressKey, isUnder, prefixKey } from "@/modules/handles/domain/address";
import type { Platform } from "@/modules/handles/domain/platform";
import { parseIdentifier } from "@/modules/works/domain/identifier";
import { addressAsked, handleInAddress, identifiersOf, workAsked } from "./asked";

const forum: Platform = {
  id: "org_1",
  name: "Forum",
  host: "forum.example",
  rule: "insensitive",
  namesAreHosts: false,
  profileTemplate: null,
  pageCode: true,
  attests: false,
};

test("books and papers are told apart and brought to their canonical form", () => {
  expect(workAsked("ISBN 0-306-40615-2")).toEqual({ scheme: "isbn", value: "9780306406157" });
  expect(workAsked("https://doi.org/10.1000/ABC")).toEqual({ scheme: "doi", value: "10.1000/abc" });
  expect(workAsked("0-306-40615-3")).toEqual({ fault: "isbn" });
  expect(workAsked("10.x")).toEqual({ fault: "doi" });
});

test("addresses are taken with or without https://; words, names and passwords are not addresses", () => {
  expect(addressAsked("Example.org/a#b")?.href).toBe("https://example.org/a");
  for (const raw of ["", "ada", "ftp://example.org", "https://a:b@example.org", "javascript:alert(1)"])
    expect(addressAsked(raw), raw).toBeNull();
  expect(addressAsked(`example.org/${"文".repeat(600)}`)?.pathname).toHaveLength(5401);
});

test("a page is covered by itself and by every folder above it, under either scheme", () => {
  const found = identifiersOf(new URL("https://example.org/a/b?x=1"));
  const values = found.map(({ scheme, value }) => `${scheme} ${value}`);
  const paths = ["/", "/a", "/a/", "/a/b", "/a/b/"];
  expect(values).toEqual(
    ["https", "http"].flatMap((scheme) => [
      `url ${scheme}://example.org/a/b?x=1`,
      ...paths.map((path) => `url_prefix ${scheme}://example.org${path}`),
    ]),
  );
});

test("the look-up finds a work exactly where a clearance would", () => {
  const path = fc
    .array(fc.constantFrom("a", "b", "%61", "..", "ab"), { maxLength: 4 })
    .chain((parts) => fc.constantFrom("", "/").map((end) => `/${parts.join("/")}${end}`.replace("//", "/")));
  const origin = fc.constantFrom("https://example.org", "http://Example.org:80", "https://other.example");
  const address = fc.tuple(origin, path, fc.constantFrom("", "?x=1", "#y")).map((parts) => parts.join(""));
  const prefix = fc.tuple(origin, path).map((parts) => parts.join(""));
  fc.assert(
    fc.property(address, prefix, (asked, registered) => {
      const url = addressAsked(asked);
      if (url === null) throw new Error("every generated address is one");
      const finds = (scheme: "url" | "url_prefix", raw: string): boolean => {
        const parsed = parseIdentifier(scheme, raw);
        return identifiersOf(url).some(
          (one) => one.scheme === scheme && "value" in parsed && one.value === parsed.value,
        );
      };
      const key = addressKey(asked) ?? "";
      expect(finds("url_prefix", registered)).toBe(isUnder(key, prefixKey(registered) ?? ""));
      expect(finds("url", registered)).toBe(key === addressKey(registered));
    }),
    { numRuns: 500 },
  );
});

test("only a person's own page is a person's: not their posts, not another host", () => {
  const at = (address: string) => handleInAddress(forum, new URL(address));
  expect(at("https://forum.example/user/Ada")).toBe("ada");
  expect(at("https://www.forum.example/@ada")).toBe("ada");
  expect(at("https://forum.example/profile?id=ada")).toBe("ada");
  expect(at("https://forum.example/posts/1")).toBeNull();
  expect(at("https://elsewhere.example/user/ada")).toBeNull();
});
