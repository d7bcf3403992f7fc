import { expect, test, vi } from "vitest";
import { dispatcher } from "@/app/_web/api/dispatch";
import type { Operation } from "@/app/_web/api/operations";
import { allOperations } from "@/app/api/v1/_operations/all";
import { accessWorld } from "./access-world";
import { actorFor, anApiKey, anOrganisation, aPerson } from "./factories/parties";
import { hostileRequest, VALIDATOR_WORDS } from "./hostile";
import { chance } from "./hostile-values";

// The allowance is what these requests are not about: it is lifted in this process, and nowhere else.
vi.mock("@/app/_web/request/request-limit", async (original) => ({
  ...(await original<object>()),
  takeAllowance: async () => ({ limit: 600, remaining: 600, resetSeconds: 60 }),
  takeAnonymousAllowance: async () => ({ limit: 120, remaining: 120, resetSeconds: 60 }),
  takeLookUp: async () => ({ limit: 60, remaining: 60, resetSeconds: 3_600 }),
}));

const api = dispatcher(allOperations);
const REQUESTS = Number(process.env.REMIT_HOSTILE_REQUESTS ?? 20_000);
const AT_ONCE = 8;
const SEED = Number(process.env.REMIT_HOSTILE_SEED ?? 20_261_129);

/** What a request needs besides, so that its fault is met in depth and not the first missing field. */
const FINE: Readonly<Record<string, Record<string, unknown>>> = {
  "POST /deals": { title: "T", licenseeName: "Farshore", gross: "1000.00", uses: ["pretraining"] },
  "POST /deals/{dealId}/acceptance": { version: 1, decision: "accept" },
  "POST /deals/{dealId}/cancellation": { reason: "An error" },
  "POST /deals/{dealId}/cancellation/answer": { decision: "agree" },
  "POST /deals/{dealId}/funding": {
    reference: "Payment 1",
    received: "1000.00",
    valueDate: "2026-01-01",
  },
  "DELETE /deals/{dealId}/funding": { note: "N" },
  "DELETE /deals/{dealId}/posting": { note: "N" },
  "POST /deals/{dealId}/dispute": { note: "N" },
  "DELETE /deals/{dealId}/dispute": { note: "N" },
  "POST /deals/{dealId}/amendments": { note: "N" },
  "PUT /deals/{dealId}/choice": { choice: "join" },
  "POST /books/entries/{entryId}/reversal": { reason: "R" },
  "POST /organisations": { kind: "platform", name: "New" },
  "PUT /organisations/{organisationId}/state": { state: "verified", reason: "R" },
  "PATCH /organisations/{organisationId}/members/{personId}": { role: "owner" },
  "POST /organisations/{organisationId}/invitations": { email: "a@people.example", role: "analyst" },
  "POST /organisations/{organisationId}/mapping-profiles": { name: "P", mapping: {} },
  "POST /api-keys": { name: "k", preset: "read_only" },
  "POST /invitations/accept": { token: "t" },
  "PUT /notice-settings": { items: [] },
  "PUT /terms": { preset: "never" },
  "POST /terms/evaluate": { uses: ["pretraining"], weights: "open" },
  "PUT /platforms/{organisationId}/proof-rule": {
    profileTemplate: null,
    namesAreHosts: false,
    pageCode: true,
  },
  "POST /handles/{handleId}/proofs": { method: "dns_txt" },
  "POST /handles/attestations": { token: "a.b.c" },
  "POST /works": {
    kind: "article",
    title: "T",
    identifiers: [{ scheme: "url", value: "https://a.example/b" }],
    authors: [{ email: null, name: "A", shareBps: 10_000 }],
  },
  "POST /works/invitations/{token}": { answer: "accept" },
  "POST /works/seats/{authorId}/settlement": { note: "N" },
  "POST /disputes/{disputeId}/settle": { winnerHandleId: "hdl_x", note: "N" },
};

const STREAMS = new Set(["/jobs/{jobId}/events"]);

// A failure repeats with the same seed: REMIT_HOSTILE_SEED.
test(`${REQUESTS} hostile requests (seed ${SEED}): no answer is a 500, and every refusal is a problem in plain words`, async () => {
  const world = await accessWorld();
  const platform = await anOrganisation();
  const operator = await anOrganisation({ kind: "operator" });
  const creator = await actorFor((await aPerson()).id);
  const keys = [
    null,
    (await anApiKey(platform.owner, { organisationId: platform.id, preset: "all" })).secret,
    (await anApiKey(creator, { preset: "all" })).secret,
    ...world.readOnlyKeys,
    (await anApiKey(operator.owner, { organisationId: operator.id, preset: "all" })).secret,
  ];
  const of = chance(SEED);
  const wrong: string[] = [];
  const answers: Record<string, number> = {};
  let left = REQUESTS;

  async function one(): Promise<void> {
    const operation = of.one(allOperations);
    if (STREAMS.has(operation.path)) return;
    const name = `${operation.method} ${operation.path}`;
    const hostile = hostileRequest(operation, world.ids, FINE[name] ?? {}, of);
    const response = await send(operation, hostile, of.one(keys));
    const text = await response.text();
    answers[response.status] = (answers[response.status] ?? 0) + 1;
    const fault = faultOf(response, text);
    if (fault !== null)
      wrong.push(`${name}${hostile.search.slice(0, 200)} ${hostile.body?.slice(0, 200)}: ${fault}`);
  }
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await one();
    }),
  );
  console.log(`answers by status: ${JSON.stringify(answers)}`);
  expect(wrong.slice(0, 40)).toEqual([]);
}, 600_000);

function send(
  operation: Operation,
  { path, search, body, headers }: ReturnType<typeof hostileRequest>,
  key: string | null,
): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/v1${path}${search}`, {
    method: operation.method,
    headers: {
      "x-remit-client": "203.0.113.7",
      "content-type": operation.requestContent?.[0] ?? "application/json",
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(body === null ? {} : { body }),
  });
  return api(request);
}

/** What is wrong with an answer; null when nothing is. */
function faultOf(response: Response, text: string): string | null {
  if (response.status < 400) return null;
  if (response.status >= 500) return `${response.status} ${text.slice(0, 200)}`;
  if (response.headers.get("content-type") !== "application/problem+json") return "no problem document";
  const problem = JSON.parse(text) as { requestId: string; detail: string; faults?: { message: string }[] };
  if (problem.requestId === "" || problem.requestId !== response.headers.get("x-request-id"))
    return "no request id";
  const words = [problem.detail, ...(problem.faults ?? []).map(({ message }) => message)];
  const leaked = words.find((sentence) => VALIDATOR_WORDS.test(sentence));
  return leaked === undefined ? null : `a validator speaks: ${leaked.slice(0, 200)}`;
}
