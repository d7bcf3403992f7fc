import { describe, expect, test } from "vitest";
import { isDocument, withoutScripts } from "../scripts/web/documents.mjs";

const get = (url: string, headers: Record<string, string> = {}) => ({ method: "GET", url, headers });

describe("a request for a document", () => {
  test.each([
    "/",
    "/docs",
    "/docs/rules",
    "/register?q=x",
    "/look-up?work=978",
    "/me",
    "/me/statement",
    "/me/payments/alc_1",
  ])("%s is one", (url) => expect(isDocument(get(url))).toBe(true));
  test.each(["/me/terms", "/sign-in", "/docsish", "/api/v1/register", "/o/org_1/deals"])(
    "%s is none",
    (url) => expect(isDocument(get(url))).toBe(false),
  );
  test("neither is a post, nor Next's fetch of a page's data", () => {
    expect(isDocument({ ...get("/docs"), method: "POST" })).toBe(false);
    expect(isDocument(get("/docs", { rsc: "1" }))).toBe(false);
  });
});

describe("a document", () => {
  const page = withoutScripts(
    `<head><link rel="preload" as="script" href="/a.js"/><link rel="preload" as="font" href="/f.woff2"/>
     <script src="/a.js" async="" nonce="n"></script><script src="/old.js" noModule=""></script>
     <script type="application/ld+json">{"@type":"WebSite"}</script></head>
     <body><p>Words</p><script nonce="n">self.x=1</script></body>`,
    "n",
  );

  test("keeps its words, its faces and its data", () => {
    expect(page).toContain("<p>Words</p>");
    expect(page).toContain('as="font"');
    expect(page).toContain('<script type="application/ld+json">');
  });

  test("runs one script of its own; the others are laid aside and not fetched", () => {
    const running = page.match(/<script(?![^>]*\btype=)[^>]*>/g);
    expect(running).toEqual(['<script nonce="n">']);
    expect(page).not.toContain('as="script"');
    expect(page).toContain('<script type="text/later" data-src="/a.js"');
    expect(page).toMatch(/type="text\/later"[^>]*\/old\.js"[^>]*data-old/);
  });
});
