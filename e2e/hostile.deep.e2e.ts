import { request as send } from "node:http";
import type { Page } from "@playwright/test";
import { chance, TEXTS } from "../test/hostile-values";
import { expect, test } from "./support/guarded-test";
import { creatorPaths, operatorPaths, platformPaths, sitePaths } from "./support/pages";
import { organisation, signInAs } from "./support/people";

const REQUESTS = Number(process.env.REMIT_HOSTILE_PAGES ?? 800);
const SEED = Number(process.env.REMIT_HOSTILE_SEED ?? 20_261_130);
const AT_ONCE = 6;

/** Parts of an address as they are sent, byte by byte: a browser would repair most of them. */
const PARTS: readonly string[] = [
  ...[
    "%C0",
    "%00",
    "%ED%A0%80",
    "%",
    "%zz",
    "%2e%2e%2f",
    "..%5c",
    "%F0%9F",
    "%25C0",
    "+",
    ";a=b",
    "@",
    "[id]",
  ],
  ...[
    "a%0d%0aSet-Cookie:x=y",
    "%EF%BB%BF",
    "constructor",
    "__proto__",
    "-1",
    "9".repeat(400),
    "x".repeat(3_000),
  ],
];
const QUERY = [
  "q",
  "cursor",
  "from",
  "to",
  "state",
  "kind",
  "sort",
  "page",
  "show",
  "topic",
  "period",
  "by",
  "step",
];
const MORE = [
  "callbackUrl",
  "token",
  "email",
  "platform",
  "handle",
  "work",
  "use",
  "weights",
  "error",
  "nonsense",
];

/** What Next itself reads: with values that none of its own programs send. */
const HEADERS: readonly Record<string, string>[] = [
  { rsc: "1" },
  { rsc: "1", "next-router-state-tree": "%C0" },
  { rsc: "1", "next-router-state-tree": "[[[[", "next-router-prefetch": "1" },
  { "accept-language": "*;q=x" },
  { cookie: "NEXT_LOCALE=%C0; remit.session=%C0" },
  { cookie: "=;=; a=%" },
  { accept: "text/x", "accept-encoding": "br;q=x" },
  { range: "bytes=9-1" },
];

type Answer = Readonly<{ status: number; type: string; id: string; body: string }>;

/** One request with exactly this path: nothing is escaped, repaired or followed. */
function ask(base: string, path: string, method: string, headers: Record<string, string>): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((done, failed) => {
    const request = send({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        done({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          id: String(response.headers["x-request-id"] ?? ""),
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
      response.on("error", failed);
    });
    request.on("error", failed);
    request.end();
  });
}

async function cookiesOf(page: Page, who: string): Promise<string> {
  await signInAs(page, who);
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

test(`${REQUESTS} hostile requests to pages (seed ${SEED}): no answer is a 500`, async ({
  page,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const site = await sitePaths(page);
  const readers = [{ cookie: "", paths: site }];
  for (const [who, paths] of [
    ["Mara Lindqvist", creatorPaths],
    ["Elin Berg", () => platformPaths(page.request)],
    ["Ruth Alvarez", operatorPaths],
  ] as const)
    readers.push({ cookie: await cookiesOf(page, who), paths: await paths(page) });
  const of = chance(SEED);
  const wrong: string[] = [];
  const answers: Record<string, number> = {};

  const hostilePath = (path: string): string => {
    const [bare = "/"] = path.split("?");
    const parts = bare.split("/");
    if (of.sometimes(0.5)) parts[1 + Math.floor(of.next() * (parts.length - 1))] = of.one(PARTS);
    if (of.sometimes(0.1)) parts.push(of.one(PARTS));
    const search = Array.from({ length: of.one([0, 1, 1, 2, 3]) }, () => {
      const text = of.one(TEXTS).slice(0, 2_000);
      const value = of.sometimes(0.3) ? of.one(PARTS) : encodeURIComponent(text.toWellFormed());
      return `${of.one([...QUERY, ...QUERY, ...MORE])}${of.sometimes(0.1) ? "[]" : ""}=${value}`;
    });
    return parts.join("/") + (search.length > 0 ? `?${search.join("&")}` : "");
  };
  const one = async () => {
    const { cookie, paths } = of.one(readers);
    const path = hostilePath(of.one(paths));
    const headers = { ...(cookie === "" ? {} : { cookie }), ...(of.sometimes(0.25) ? of.one(HEADERS) : {}) };
    const method = of.sometimes(0.05) ? of.one(["HEAD", "POST", "PUT", "DELETE", "OPTIONS"]) : "GET";
    const { status } = await ask(baseURL ?? "", path, method, headers);
    answers[status] = (answers[status] ?? 0) + 1;
    if (status >= 500)
      wrong.push(`${status} ${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 200)}`);
  };
  let left = REQUESTS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await one();
    }),
  );
  console.log(`answers of pages by status: ${JSON.stringify(answers)}`);
  expect(wrong.slice(0, 40)).toEqual([]);
});

test("an address that is no UTF-8 names nothing: 404 on pages, and a problem document in the API", async ({
  baseURL,
}) => {
  for (const path of [
    "/register/%C0",
    "/docs/guides/%C0",
    "/%C0",
    "/register/%",
    "/docs/api/%ED%A0%80",
    "/demo/%C0",
  ])
    expect((await ask(baseURL ?? "", path, "GET", {})).status, path).toBe(404);
  const authorization = `Bearer ${organisation("harbour").apiKey}`;
  for (const part of PARTS)
    for (const path of [`/api/v1/deals/${part}`, `/api/v1/${part}`, `/api/v1/deals?cursor=${part}`]) {
      const { status, type, id, body } = await ask(baseURL ?? "", path, "GET", { authorization });
      expect(status, path).toBeGreaterThanOrEqual(200);
      expect(status, path).toBeLessThan(500);
      if (status < 400) continue;
      expect(type, path).toBe("application/problem+json");
      expect(JSON.parse(body), path).toMatchObject({ status, requestId: id });
    }
  const bad = await ask(baseURL ?? "", "/api/v1/deals/%C0", "GET", { authorization });
  expect(bad.status).toBe(404);
});
