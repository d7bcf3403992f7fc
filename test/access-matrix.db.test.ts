import { beforeAll, describe, expect, test } from "vitest";
import { dispatcher } from "@/app/_web/api/dispatch";
import type { Operation } from "@/app/_web/api/operations";
import { resumableUpload } from "@/app/_web/files/manifest-files";
import { allOperations } from "@/app/api/v1/_operations/all";
import { accessWorld } from "./access-world";

/** The only addresses that answer nobody. Opening another one means adding it here, in a reviewed line. */
const OPEN = ["GET /health", "GET /look-up", "GET /openapi.json", "GET /register", "GET /register/{dealId}"];

/** Well-formed bodies, so that a stranger is refused for who they are and not for what they sent. */
const BODIES: Readonly<Record<string, object>> = {
  "POST /deals/{dealId}/amendments": { note: "why not", title: "Mine now" },
  "POST /deals/{dealId}/funding": { reference: "WIRE 1", received: "1", valueDate: "2026-03-01" },
  "POST /deals/{dealId}/acceptance": { version: 1, decision: "accept" },
  "POST /deals/{dealId}/cancellation": { reason: "We changed our mind" },
  "POST /deals/{dealId}/cancellation/answer": { decision: "agree" },
  "DELETE /deals/{dealId}/funding": { note: "it bounced" },
  "DELETE /deals/{dealId}/posting": { note: "it was wrong" },
  "POST /works/seats/{authorId}/settlement": { note: "I say so" },
  "POST /deals/{dealId}/dispute": { note: "it is odd" },
  "DELETE /deals/{dealId}/dispute": { note: "it was not" },
  "PUT /deals/{dealId}/choice": { choice: "object" },
  "POST /books/entries/{entryId}/reversal": { reason: "no reason" },
  "POST /organisations/{organisationId}/mapping-profiles": {
    name: "mine",
    mapping: { columns: { contributor: "author", content_id: "id" } },
  },
  "PUT /organisations/{organisationId}/state": { state: "verified", reason: "because" },
  "PATCH /organisations/{organisationId}/members/{personId}": { role: "owner" },
  "POST /organisations/{organisationId}/invitations": { email: "me@people.example", role: "owner" },
  "PUT /platforms/{organisationId}/proof-rule": {
    profileTemplate: null,
    namesAreHosts: true,
    pageCode: true,
  },
  "POST /handles/{handleId}/proofs": { method: "attestation" },
  "POST /works/invitations/{token}": { answer: "accept" },
  "POST /disputes/{disputeId}/settle": { winnerHandleId: "hdl_1", note: "I say that it is mine." },
};

/** Directories that anybody signed in may read: who is here is public, what they own is not. */
const DIRECTORIES: Readonly<Record<string, readonly string[]>> = { "GET /platforms": ["organisationId"] };

let world: Awaited<ReturnType<typeof accessWorld>>;
beforeAll(async () => {
  world = await accessWorld();
}, 120_000);

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;
const named = allOperations.map((operation) => [nameOf(operation), operation] as const);
const isOpen = (operation: Operation) => operation.verb.spec.scope === null;
const isOfOne = ({ path }: Operation) => path.includes("{");
const api = dispatcher(allOperations);
let caller = 0;

async function send(
  operation: Operation,
  headers: Record<string, string>,
  body: object = BODIES[nameOf(operation)] ?? {},
): Promise<Response> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = world.ids[name];
    if (id === undefined) throw new Error(`test/access-world.ts makes no ${name}: add one`);
    return encodeURIComponent(id);
  });
  const hasBody = operation.method !== "GET";
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method: operation.method,
    headers: {
      "x-remit-client": `203.0.113.${caller++ % 250}`,
      "content-type": operation.requestContent?.[0] ?? "application/json",
      ...headers,
    },
    ...(hasBody ? { body: JSON.stringify(body) } : {}),
  });
  return api(request);
}

async function problem(response: Response): Promise<{ status: number; code: unknown; type: string | null }> {
  const text = await response.text();
  const type = response.headers.get("content-type");
  return { status: response.status, code: type?.includes("problem") ? JSON.parse(text).code : text, type };
}

describe("nobody", () => {
  test("is answered only at the open addresses", () => {
    expect(
      named
        .filter(([, operation]) => isOpen(operation))
        .map(([name]) => name)
        .sort(),
    ).toEqual(OPEN);
  });

  test.each(named.filter(([, operation]) => !isOpen(operation)))("is refused at %s", async (_, operation) => {
    expect(await problem(await send(operation, {}))).toEqual({
      status: 401,
      code: "NOT_SIGNED_IN",
      type: "application/problem+json",
    });
  });

  test.each(named.slice(0, 3))("with a wrong key is refused at %s", async (_, operation) => {
    const answer = await send(operation, { authorization: "Bearer rmt_live_wrong" });
    expect((await problem(answer)).status).toBe(401);
  });
});

describe("somebody who has not given their second step yet is nobody", () => {
  const headersOf = (session: string) => ({
    cookie: `remit.session=${session}`,
    "sec-fetch-site": "same-origin",
  });

  test.each(named.filter(([, operation]) => !isOpen(operation)))("at %s", async (_, operation) => {
    for (const session of world.waitingSessions) {
      const answer = await problem(await send(operation, headersOf(session)));
      expect(answer).toMatchObject({ status: 401, code: "NOT_SIGNED_IN" });
    }
  });

  test.each(["POST", "PATCH", "HEAD", "DELETE"])("at uploads: %s", async (method) => {
    for (const session of world.waitingSessions) {
      const url = `http://localhost:3000/api/uploads${method === "POST" ? "" : "/upl_1"}`;
      const headers = { ...headersOf(session), "tus-resumable": "1.0.0", "upload-length": "1" };
      const answer = await resumableUpload(new Request(url, { method, headers }));
      expect(answer.status).toBe(401);
    }
  });
});

describe("a key that may only read", () => {
  const writes = named.filter(([, operation]) => operation.verb.kind === "command" && !isOpen(operation));
  test.each(writes)("is refused at %s", async (_, operation) => {
    for (const key of world.readOnlyKeys) {
      const answer = await problem(await send(operation, { authorization: `Bearer ${key}` }));
      expect(answer).toMatchObject({ status: 403, code: "SCOPE_MISSING" });
    }
  });
});

/** What would outlive a key that leaked and was revoked: only a person does it, who signed in a short while ago. */
const NO_KEY: readonly (readonly [string, object])[] = [
  ["POST /api-keys", { name: "child", preset: "all" }],
  ["POST /organisations/{organisationId}/invitations", { email: "me@people.example", role: "admin" }],
  ["PATCH /organisations/{organisationId}", { attestationKey: null }],
  ["PUT /platforms/{organisationId}/proof-rule", BODIES["PUT /platforms/{organisationId}/proof-rule"] ?? {}],
];

describe("a key with every scope of its organisation", () => {
  test.each(NO_KEY)("is refused at %s", async (name, body) => {
    const operation = allOperations.find((one) => nameOf(one) === name);
    if (operation === undefined) throw new Error(`the API has no ${name}`);
    const headers = { authorization: `Bearer ${world.wholeKey}`, "if-match": "*" };
    expect(await problem(await send(operation, headers, body))).toMatchObject({
      status: 403,
      code: "STEP_UP_REQUIRED",
    });
  });
});

describe("another party, signed in just now with every right over what is theirs", () => {
  const stranger = () => ({
    cookie: `remit.session=${world.strangerSession}`,
    "sec-fetch-site": "same-origin",
  });

  test.each(named.filter(([, operation]) => isOfOne(operation)))(
    "finds nothing at %s",
    async (_, operation) => {
      const answer = await problem(await send(operation, stranger()));
      expect(answer).toMatchObject({ status: 404, code: "NOT_FOUND" });
    },
  );

  const lists = named.filter(
    ([, operation]) => !isOfOne(operation) && operation.method === "GET" && !isOpen(operation),
  );
  test.each(lists)("sees nothing of ours at %s", async (_, operation) => {
    const answer = await send(operation, stranger());
    const text = await answer.text();
    expect([200, 404, 422]).toContain(answer.status);
    const open = ["account", "token", ...(DIRECTORIES[nameOf(operation)] ?? [])];
    for (const [name, id] of Object.entries(world.ids))
      if (!open.includes(name)) expect(text).not.toContain(id);
  });

  test("may not write from another site", async () => {
    const [, write] = named.find(([, operation]) => operation.method === "POST") ?? named[0] ?? [];
    if (write === undefined) throw new Error("the API has no operations");
    const answer = await send(write, { ...stranger(), "sec-fetch-site": "cross-site" });
    expect((await problem(answer)).code).toBe("CROSS_SITE_REQUEST");
  });
});
