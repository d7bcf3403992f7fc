import { expect, test } from "vitest";
import type { Platform } from "@/modules/works/domain/platform";
import { addressAsked, handleInAddress, identifiersOf, workAsked } from "./asked";
import { maySplitShares } from "./small-group";

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
});

test("a page is covered by itself and by every folder above it", () => {
  const values = identifiersOf(new URL("https://example.org/a/b/c?x=1")).map(({ value }) => value);
  expect(values).toEqual([
    "https://example.org/a/b/c?x=1",
    "https://example.org/",
    "https://example.org/a",
    "https://example.org/a/",
    "https://example.org/a/b",
    "https://example.org/a/b/",
    "https://example.org/a/b/c",
  ]);
});

test("only a person's own page is a person's: not their posts, not another host", () => {
  const at = (address: string) => handleInAddress(forum, new URL(address));
  expect(at("https://forum.example/user/Ada")).toBe("ada");
  expect(at("https://www.forum.example/@ada")).toBe("ada");
  expect(at("https://forum.example/profile?id=ada")).toBe("ada");
  expect(at("https://forum.example/posts/1")).toBeNull();
  expect(at("https://elsewhere.example/user/ada")).toBeNull();
});

test("parts of sums are told only where they speak of many", () => {
  expect([19n, 20n].map(maySplitShares)).toEqual([false, true]);
});
