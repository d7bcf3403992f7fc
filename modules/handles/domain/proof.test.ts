import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consequenceOfProof, HANDLE_STATES } from "./handle";
import { canonicalHost, hostWithin } from "./host-name";
import { nameOn } from "./name-on";
import { methodsOn, ownHost, type Platform, pageRefusal, THE_WEB, templateFault } from "./platform";
import { codesIn, metaCodesIn, metaTag, placedText } from "./proof";

const code = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{24}$/);
const forum: Platform = {
  id: "org_forum",
  name: "Forum",
  host: "forum.example",
  rule: "insensitive",
  namesAreHosts: false,
  profileTemplate: null,
  pageCode: true,
  attests: false,
};
const templated: Platform = { ...forum, profileTemplate: "https://forum.example/user/{name}" };
const refusal = (platform: Platform, name: string, url: string) => pageRefusal(platform, name, new URL(url));

describe("codes", () => {
  test("a placed code is found wherever it stands in a page", () => {
    fc.assert(
      fc.property(code, fc.string(), (value, noise) => {
        expect(codesIn(`${noise} <p>${placedText(value)}</p> ${noise}`)).toContain(value);
        expect(codesIn(`bio: ${placedText(value).toUpperCase()}.`)).toEqual([value]);
        expect(codesIn(`remit-verify&#61;${value}`)).toEqual([value]);
        expect(metaCodesIn(`<head>${metaTag(value)}</head>`)).toEqual([value]);
        expect(metaCodesIn(`<META content='${value}' charset=x name='Remit-Verify' />`)).toEqual([value]);
      }),
    );
  });

  test("a longer word, a missing mark or another meta tag is no code", () => {
    expect(codesIn(`remit-verify=${"a".repeat(25)}`)).toEqual([]);
    expect(codesIn("a".repeat(24))).toEqual([]);
    expect(metaCodesIn(`<meta name="description" content="${"a".repeat(24)}">`)).toEqual([]);
  });
});

describe("which page may prove a handle", () => {
  test.each([
    "https://forum.example/user/Alice",
    "https://www.forum.example/@alice",
    "https://forum.example/~alice",
    "https://forum.example/user?id=alice",
    "https://alice.forum.example/",
    "https://forum.example/alice",
    "https://forum.example/@alice/",
    "https://forum.example/profile.php?name=Alice",
    "https://forum.example/u/%41lice",
  ])("%s names alice", (url) => {
    expect(refusal(forum, "alice", url)).toBeNull();
  });

  test.each([
    "https://forum.example/user/mallory",
    "https://evil.example/user/alice",
    "https://forum.example.evil.example/user/alice",
    "https://evilforum.example/user/alice",
    "https://forum.example/search?q=alice&page=1",
    "https://forum.example/search?q=alice",
    "https://forum.example/alice2",
    "https://forum.example/user/alice?note=remit-verify%3Dx",
    "https://forum.example/user/alice/remit%2Dverify=x",
    "https://forum.example/",
    "https://malloryalice.forum.example/",
    "https://mallory.forum.example/alice",
    "https://mallory.forum.example/user/alice",
    "https://forum.example/mallory/alice",
    "https://forum.example/tag/alice",
    "https://forum.example/search?user=alice",
    "https://mallory.forum.example/user?id=alice",
  ])("%s does not", (url) => {
    expect(refusal(forum, "alice", url)).not.toBeNull();
  });

  test.each([
    "https://forum.example/user/alice/comments/1/some-post",
    "https://forum.example/@alice/1234567",
    "https://forum.example/~alice/guestbook",
    "https://forum.example/in/alice/x/y",
    "https://forum.example/author/alice/feed/search",
    "https://alice.forum.example/blog/1",
  ])("%s is below alice's page, where others write", (url) => {
    expect(refusal(forum, "alice", url)).toContain("must end with the name");
  });

  test.each([
    "https://forum.example/user/~alice",
    "https://forum.example/user/@alice",
    "https://forum.example/user?id=@alice",
    "https://forum.example/@@alice",
    "https://forum.example/~@alice",
    "https://forum.example/u%2Falice",
    "https://forum.example/u/u%2Falice",
    "https://forum.example/user/ａlice",
    "https://forum.example/%EF%BD%81lice",
    "https://forum.example/user/%20alice",
    "https://forum.example/user/al%E2%80%8Bice",
    "https://forum.example/user?name=alice%20",
  ])("%s may be somebody else's", (url) => {
    expect(refusal(forum, "alice", url)).not.toBeNull();
  });

  test.each([
    ["fiona", "ﬁona"],
    ["strasse", "straße"],
    ["sam", "ſam"],
    ["kim", "\u212Aim"],
    ["ssǰ", "ßJ̌"],
  ])("%s is not proved by the page of %s", (name, other) => {
    const page = `https://forum.example/user/${encodeURIComponent(other)}`;
    expect(refusal(forum, name, page)).not.toBeNull();
    expect(refusal(templated, name, page)).not.toBeNull();
  });

  test("by a template too, a name is one part of an address", () => {
    expect(refusal(templated, "kim", "https://www.forum.example/User/Kim/")).toBeNull();
    expect(refusal(templated, "a/b", "https://forum.example/user/a%2Fb")).toBeNull();
    expect(refusal(templated, "a/b", "https://forum.example/user/a/b")).not.toBeNull();
    expect(refusal(templated, "a?b", "https://forum.example/user/a%3Fb")).toBeNull();
    expect(refusal(templated, "a?b", "https://forum.example/user/a?b")).not.toBeNull();
  });

  test("letter case is the platform's to say", () => {
    const exact = { ...forum, rule: "sensitive" as const };
    expect(refusal(forum, "σωκράτησ", "https://forum.example/user/Σωκράτης")).toBeNull();
    expect(refusal(exact, "Alice", "https://forum.example/@Alice")).toBeNull();
    expect(refusal(exact, "Alice", "https://forum.example/user/alice")).not.toBeNull();
    expect(refusal(exact, "alice", "https://forum.example/user?id=Alice")).not.toBeNull();
  });

  test("a page proves the name that its address has, and no spelling that is like it", () => {
    const letter = (alike: string[]) =>
      fc.oneof({ weight: 6, arbitrary: fc.constant(alike[0]) }, fc.constantFrom(...alike));
    const spelled = fc
      .tuple(
        fc.constantFrom("", "", "", "@", "~", "u/", "/", " ", "\u200B", "\uFEFF"),
        letter(["a", "A", "ａ", "á", "а"]),
        letter(["l", "L", "ｌ", "ⅼ"]),
        letter(["i", "I", "ı", "İ", "ⅰ"]),
        letter(["c", "C", "ｃ", "ⅽ"]),
        letter(["e", "E", "ｅ", "е"]),
        fc.constantFrom("", "", "", "~", " ", "\u200D", "/", "."),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(spelled, fc.constantFrom("insensitive" as const, "sensitive" as const), (text, rule) => {
        const isHers = (rule === "insensitive" ? text.toLowerCase() : text) === "alice";
        const page = `https://forum.example/user/${encodeURIComponent(text)}`;
        expect(refusal({ ...forum, rule }, "alice", page) === null).toBe(isHers);
        const parameter = `https://forum.example/user?name=${encodeURIComponent(text)}`;
        expect(refusal({ ...forum, rule }, "alice", parameter) === null).toBe(isHers);
      }),
    );
  });

  test("no page below the name proves it, however the name is written and whatever the page is called", () => {
    const profile = fc.constantFrom(
      "https://forum.example/alice",
      "https://forum.example/@alice",
      "https://forum.example/~alice",
      "https://forum.example/u/alice",
      "https://www.forum.example/Profile/Alice",
      "https://alice.forum.example",
    );
    const segment = fc.oneof(
      fc.constantFrom("alice", "@alice", "comments", "1", "%2F", ".well-known"),
      fc
        .webSegment({ size: "small" })
        .filter((text) => !["", ".", ".."].includes(text) && !/^(%2e|\.){1,2}$/i.test(text)),
    );
    fc.assert(
      fc.property(profile, fc.array(segment, { minLength: 1, maxLength: 4 }), (page, below) => {
        expect(refusal(forum, "alice", page)).toBeNull();
        expect(refusal(forum, "alice", `${page}/`)).toBeNull();
        expect(refusal(forum, "alice", `${page}/${below.join("/")}`)).not.toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  test("a handle that is called like a folder is not proved by what others put into it", () => {
    expect(refusal(forum, "posts", "https://forum.example/posts/1")).not.toBeNull();
    expect(refusal(forum, "user", "https://forum.example/user/mallory")).not.toBeNull();
    expect(refusal(forum, "user", "https://forum.example/user")).not.toBeNull();
    expect(refusal(forum, "members", "https://forum.example/members")).not.toBeNull();
    expect(refusal(forum, "user", "https://forum.example/user/user")).toBeNull();
  });

  test("a profile template leaves one page only", () => {
    const platform = { ...forum, profileTemplate: "https://forum.example/user/{name}" };
    expect(refusal(platform, "alice", "https://www.forum.example/User/Alice/")).toBeNull();
    expect(refusal(platform, "alice", "https://forum.example/posts/alice")).not.toBeNull();
    expect(refusal(platform, "alice", "https://forum.example/user/alice?tab=comments")).not.toBeNull();
    expect(templateFault("https://forum.example/user/{name}", "forum.example")).toBeNull();
    expect(templateFault("https://{name}.forum.example/", "forum.example")).toBeNull();
    for (const bad of [
      "https://forum.example/",
      "http://forum.example/{name}",
      "https://x.example/{name}",
      "https://forum.{name}.example/",
      "{name}",
      "https://{name}.{name}.forum.example",
    ])
      expect(templateFault(bad, "forum.example")).not.toBeNull();
  });
});

describe("domains", () => {
  test("a domain is proved by itself; a name with a dot elsewhere is not a domain", () => {
    expect(nameOn(THE_WEB, " https://Example.ORG/about ")).toMatchObject({
      name: "example.org",
      fromAddress: true,
    });
    expect(nameOn(THE_WEB, "localhost")).toHaveProperty("fault", "host");
    expect(nameOn(THE_WEB, "10.0.0.1")).toHaveProperty("fault", "host");
    expect(methodsOn(THE_WEB)).toEqual(["meta_tag", "well_known", "dns_txt"]);
    expect(nameOn(forum, "alice.me")).toMatchObject({ name: "alice.me" });
    expect(methodsOn(forum)).toEqual(["page_code"]);
  });

  test("a handle with a host of its own is proved there", () => {
    const pages = { ...forum, profileTemplate: "https://{name}.forum.example/" };
    expect(ownHost(pages, "alice")).toBe("alice.forum.example");
    expect(ownHost(pages, "a/b")).toBeNull();
    expect(ownHost(pages, "evil.test/#")).toBeNull();
    expect(methodsOn(pages)).toEqual(["page_code", "meta_tag", "well_known"]);
  });

  test.each([
    ["example.org", true],
    ["a.b.example", true],
    ["xn--bcher-kva.example", true],
    ["example.xn--p1ai", true],
    ["example", false],
    ["-a.example", false],
    ["1.2.3.4", false],
    ["a..example", false],
    ["a b.example", false],
    ["a_b.example", false],
  ])("%s is a host: %s", (name, good) => {
    expect(canonicalHost(name)).toBe(good ? name : null);
  });

  test("within a host means at a dot", () => {
    expect(hostWithin("a.forum.example", "forum.example")).toBe(true);
    expect(hostWithin("evilforum.example", "forum.example")).toBe(false);
  });
});

test("a proof never takes a handle from the one who proved it first", () => {
  const seat = fc.option(fc.record({ handleId: fc.constantFrom("a", "b"), disputed: fc.boolean() }), {
    nil: null,
  });
  fc.assert(
    fc.property(seat, fc.constantFrom(...HANDLE_STATES), (standing, state) => {
      const consequence = consequenceOfProof(standing, "a", state);
      if (standing !== null) expect(consequence).not.toBe("verifies");
      if (standing?.handleId === "a") expect(consequence).toBe("changes_nothing");
    }),
  );
});
