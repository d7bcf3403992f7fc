import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { asDocument, isDocument, withoutScripts } from "../scripts/web/documents.mjs";

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
    "/o/org_1/deals/deal_1?tab=x",
  ])("%s is one", (url) => expect(isDocument(get(url))).toBe(true));
  test.each([
    "/me/terms",
    "/sign-in",
    "/docsish",
    "/api/v1/register",
    "/o/org_1/deals",
    "/o/org_1/deals/new",
    "/o/org_1/deals/file",
    "/o/org_1/deals/deal_1/edit",
  ])("%s is none", (url) => expect(isDocument(get(url))).toBe(false));
  test("neither is a post, nor Next's fetch of a page's data", () => {
    expect(isDocument({ ...get("/docs"), method: "POST" })).toBe(false);
    expect(isDocument(get("/docs", { rsc: "1" }))).toBe(false);
  });
});

describe("a document", () => {
  const page = withoutScripts(
    `<head><link rel="preload" as="script" href="/a.js"/><link rel="preload" as="font" href="/f.woff2"/>
     <script src="/a.js" async="" nonce="n"></script><script src="/old.js" noModule="" nonce="n"></script>
     <script>injected()</script><script nonce="other">injected()</script>
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
    const running = page.match(/<script(?![^>]*\btype=)[^>]*nonce="n"[^>]*>/g);
    expect(running).toEqual(['<script nonce="n">']);
    expect(page).not.toContain('as="script"');
    expect(page).toMatch(/<script type="text\/later-[^"]+" data-src="\/a\.js"/);
    expect(page).toMatch(/type="text\/later-[^"]+"[^>]*\/old\.js"[^>]*data-old/);
  });
});

test("a script that does not carry the nonce of the answer is never woken", () => {
  const page = withoutScripts(
    '<body><script>alert(1)</script><script nonce="x">alert(2)</script></body>',
    "n",
  );
  expect(page).toContain("<script>alert(1)</script>");
  expect(page).toContain('<script nonce="x">alert(2)</script>');
  expect(page).not.toContain('<script type="text/later');
});

test("nor is one that says it was laid aside", () => {
  const foreign = [
    '<script type="text/later">alert(1)</script>',
    "<SCRIPT type=text/later src=https://evil.example/a.js></SCRIPT>",
    '<script type="text/later" data-src="https://evil.example/a.js"></script>',
  ];
  const page = withoutScripts(`<body>${foreign.join("")}<script nonce="n">ours()</script></body>`, "n");
  for (const script of foreign) expect(page).toContain(script);
  const woken = /querySelectorAll\('script\[type="([^"]+)"\]/.exec(page)?.[1];
  expect(woken).toMatch(/^text\/later-.{30,}$/);
  expect(page).toContain(`<script type="${woken}">ours()`);
  expect(withoutScripts("<body></body>", "n")).not.toContain(woken as string);
});

describe("a document as it is sent", () => {
  const SCRIPT = '</a.js>; rel=preload; as="script"';
  const FACE = '</f.woff2>; rel=preload; as="font"';

  async function headersOf(link: string): Promise<Headers> {
    const server = createServer((request, response) => {
      asDocument(request, response).writeHead(200, {
        "content-type": "text/html",
        "content-security-policy": "script-src 'nonce-n'",
        link,
      });
      response.end("<body><p>Words</p></body>");
    }).listen(0, "127.0.0.1");
    try {
      await new Promise((ready) => server.once("listening", ready));
      return (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).headers;
    } finally {
      server.close();
    }
  }

  test("hints at faces and no longer at scripts", async () => {
    expect((await headersOf(`${SCRIPT}, ${FACE}`)).get("link")).toBe(FACE);
  });

  test("has no hints when all were for scripts", async () => {
    expect((await headersOf(SCRIPT)).get("link")).toBeNull();
  });
});
