import { createReadStream, readdirSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { webStream } from "@/infra/files/web-stream";
import { command } from "@/infra/verb/command";
import { query } from "@/infra/verb/query";
import { LIMITS } from "@/kernel/limits";
import { anApiKey, anOrganisation } from "@/test/factories/parties";
import { dispatcher } from "./dispatch";
import type { Operation } from "./operations";
import { fileRoute, NO_QUERY, nextHandler } from "./route";

const echo = query({
  name: "test.echo",
  scope: null,
  input: z.strictObject({ thingId: z.string(), q: z.string().optional() }),
  output: z.unknown(),
  run: async (_, input) => input,
});
const keep = command({
  name: "test.keep",
  scope: "deals:write",
  input: z.strictObject({ thingId: z.string(), note: z.string().min(2) }),
  output: z.object({ at: z.string() }),
  run: async ({ now }, { thingId }) => ({
    value: { at: `${now.toISOString()} ${Math.random()}` },
    events: [],
    audit: { subject: thingId },
  }),
});
const broken = query({
  name: "test.broken",
  scope: null,
  input: z.object({}),
  output: z.unknown(),
  run: async () => {
    throw new Error("password is hunter2");
  },
});
const opened: ReturnType<typeof createReadStream>[] = [];
const file = fileRoute(NO_QUERY, async () => {
  const stream = createReadStream(import.meta.filename);
  opened.push(stream);
  return new Response(webStream(stream), { headers: { "content-type": "text/plain" } });
});
const path = "/things/{thingId}";
const operations: Operation[] = [
  { id: "getThing", method: "GET", path, tag: "T", summary: "s", verb: echo },
  { id: "keepThing", method: "POST", path, tag: "T", summary: "s", verb: keep, status: 201 },
  { id: "getBroken", method: "GET", path: "/broken", tag: "T", summary: "s", verb: broken },
  { id: "getFile", method: "GET", path: "/file", tag: "T", summary: "s", verb: echo, handler: file },
];
const api = dispatcher(operations);
const send = (path: string, init: RequestInit & { from?: string } = {}) =>
  api(
    new Request(`http://localhost/api/v1${path}`, {
      ...init,
      headers: { "x-remit-client": init.from ?? "198.51.100.7", ...init.headers },
    }),
  );
const thing = (init: RequestInit & { from?: string } = {}, search = "") => send(`/things/t1${search}`, init);

let key: string;
beforeAll(async () => {
  const { id, owner } = await anOrganisation();
  key = (await anApiKey(owner, { organisationId: id })).secret;
});
const post = (body: string, headers: Record<string, string> = {}) =>
  thing({ method: "POST", body, headers: { authorization: `Bearer ${key}`, ...headers } });

describe("an address", () => {
  test("takes path and query, and answers with id, allowance and no caching", async () => {
    const answer = await thing({ headers: { "x-request-id": "req-1" } }, "?q=a");
    expect(await answer.json()).toEqual({ thingId: "t1", q: "a" });
    expect(answer.headers.get("x-request-id")).toBe("req-1");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("ratelimit-limit")).toBe(String(LIMITS.anonymousRequestsPerMinute));
    expect(Number(answer.headers.get("ratelimit-remaining"))).toBeLessThan(LIMITS.anonymousRequestsPerMinute);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("answers methods it does not have with 405 and OPTIONS with what it has", async () => {
    const refused = await thing({ method: "DELETE" });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
    expect(await refused.json()).toMatchObject({ code: "METHOD_NOT_ALLOWED", status: 405 });
    const options = await thing({ method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
  });

  test.each([
    ["in the API", (init: RequestInit) => send("/file", init)],
    [
      "outside the API",
      (init: RequestInit) =>
        nextHandler(file)(new Request("http://localhost/file", init), { params: Promise.resolve(undefined) }),
    ],
  ])("answers a HEAD with the headers of the GET, and closes its file: %s", async (_, ask) => {
    const head = await ask({ method: "HEAD" });
    expect([head.status, head.headers.get("content-type"), head.body]).toEqual([200, "text/plain", null]);
    await vi.waitFor(() => expect(opened.at(-1)?.closed).toBe(true));
    const get = await ask({});
    expect([get.status, [...get.headers.keys()]]).toEqual([200, [...head.headers.keys()]]);
    expect(await get.text()).toContain("closes its file");
  });

  test("says what is left of the allowance with every answer", async () => {
    const wrong = { authorization: "Bearer rmt_live_wrong" };
    for (const answer of [
      await thing({ headers: wrong }),
      await thing({ method: "DELETE" }),
      await thing({ method: "OPTIONS" }),
      await send("/nowhere"),
      await thing({}, "?q=%00"),
    ])
      expect([answer.status, answer.headers.get("ratelimit-limit")]).toEqual([
        answer.status,
        String(LIMITS.anonymousRequestsPerMinute),
      ]);
  });

  test("refuses what the database could not keep", async () => {
    const answer = await thing({}, "?q=a%00b");
    expect(await answer.json()).toMatchObject({ status: 422, faults: [{ path: "q" }] });
  });

  test("that does not exist is a problem document", async () => {
    const answer = await send("/nowhere");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  });

  test("gives the first answer to a repeated key, and refuses the key for something else", async () => {
    const first = await post('{"note":"one"}', { "idempotency-key": "k1" });
    const again = await post('{"note":"one"}', { "idempotency-key": "k1" });
    expect(first.status).toBe(201);
    expect(await again.json()).toEqual(await first.json());
    const other = await post('{"note":"two"}', { "idempotency-key": "k1" });
    expect(await other.json()).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  });

  test.each([
    ["a body that is not JSON", "{", {}, "INVALID_INPUT"],
    ["a list", "[]", {}, "INVALID_INPUT"],
    ["a form", "note=one", { "content-type": "application/x-www-form-urlencoded" }, "UNSUPPORTED_MEDIA_TYPE"],
    ["too much", `{"note":"${"x".repeat(LIMITS.jsonBodyBytesMax)}"}`, {}, "PAYLOAD_TOO_LARGE"],
    ["a field that is there twice", '{"note":"one","note":"two"}', {}, "INVALID_INPUT"],
    ["an unknown field", '{"note":"one","rm":1}', {}, "INVALID_INPUT"],
  ])("refuses %s", async (_, body, headers, code) => {
    expect(await (await post(body, headers)).json()).toMatchObject({ code });
  });

  test("names the field at fault", async () => {
    const answer = await post('{"note":"x"}');
    expect(await answer.json()).toMatchObject({ status: 422, faults: [{ path: "note" }] });
  });

  test("never shows the text of an unknown error", async () => {
    const answer = await send("/broken");
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain("hunter2");
    expect(JSON.parse(text)).toMatchObject({ code: "INTERNAL" });
  });

  test("stops an address that asks too often, and says when to come back", async () => {
    const from = "198.51.100.99";
    const ask = () => thing({ from });
    for (let i = 0; i < LIMITS.anonymousRequestsPerMinute; i++) expect((await ask()).status).toBe(200);
    const answer = await ask();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("ratelimit-remaining")).toBe("0");
    expect((await thing({ from: "198.51.100.98" })).status).toBe(200);
  });

  test("counts wrong keys against the address they come from", async () => {
    const guess = () => thing({ from: "198.51.100.50", headers: { authorization: "Bearer rmt_live_guess" } });
    for (let i = 0; i < LIMITS.anonymousRequestsPerMinute; i++) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
  });
});

describe("the addresses outside the API", () => {
  // The last two read the request as pages do, which needs a running Next.
  const others = /^(api|_web)\/|\/sign-in\/done\/|\/inbox\//;
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter(
    (file) => /(^|\/)route\.ts$/.test(file) && !others.test(file),
  );

  test.each(files)("%s takes what Next hands over", async (file) => {
    const { GET } = (await import(`../../${file}`)) as {
      GET: (request: Request, context: { params: Promise<object> }) => Promise<Response>;
    };
    const parts = { organisationId: "org_01", noticeId: "ntc_01" };
    const request = new Request(`http://localhost/${file}`, {
      headers: { "x-remit-client": "198.51.100.9" },
    });
    const answer = await GET(request, { params: Promise.resolve(parts) });
    expect(answer.status).toBeLessThan(500);
  });
});
