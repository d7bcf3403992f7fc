import { beforeAll, expect, test } from "vitest";
import { dispatcher } from "@/app/_web/api/dispatch";
import { allOperations } from "@/app/api/v1/_operations/all";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs } from "./factories/parties";
import { chance } from "./hostile-values";

const api = dispatcher(allOperations);

/** Values that a program sends in good faith, and what it is answered: the field, and a sentence that says what to give. */
let platformKey: string;
let personKey: string;
beforeAll(async () => {
  const { id, owner } = await anOrganisation({ kind: "platform" });
  platformKey = (await anApiKey(owner, { organisationId: id, preset: "all" })).secret;
  const person = await actorFor((await aPerson()).id);
  personKey = (await anApiKey(person, { preset: "all" })).secret;
  await setTerms(callAs(person), {
    terms: {
      uses: {
        pretraining: { closed: { stance: "allow" }, conditions: { buyersBlocked: ["Farshore Models"] } },
      },
    },
  });
});

async function send(method: "GET" | "POST", path: string, key: string, body?: object) {
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await api(request);
  return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
}
const refused = (path: string, message: string) => ({
  status: 422,
  said: expect.objectContaining({ code: "INVALID_INPUT", faults: [{ path, message }] }),
});

test.each([
  ["termFrom", "0000-01-01", "Give a day from the years 1900 to 9999."],
  ["termFrom", "2026-02-30", "There is no such day. Give a day from the years 1900 to 9999 as YYYY-MM-DD."],
  ["gross", 99.99, 'Give the amount as text, such as "1250000.50": a JSON number loses digits.'],
])("a deal whose %s is %s", async (field, value, message) => {
  const deal = {
    title: "Archive",
    licenseeName: "Farshore",
    uses: ["pretraining"],
    gross: "1000.00",
    [field]: value,
  };
  expect(await send("POST", "/deals", platformKey, deal)).toEqual(refused(field, message));
});

test.each(["from", "to"])("a statement %s a day that is not in the calendar", async (bound) => {
  expect(await send("GET", `/statement?${bound}=2026-02-30`, personKey)).toEqual(
    refused(bound, "There is no such day. Give a day from the years 1900 to 9999 as YYYY-MM-DD."),
  );
});

test.each(["Farshore Models", "Far\u200Bshore Models\u200B", "FARSHORE  MODELS", "Fаrshore Models"])(
  "a buyer who is blocked stays so, however the name is written: %j",
  async (buyerName) => {
    const asked = { uses: ["pretraining"], weights: "closed", buyerName };
    expect(await send("POST", "/terms/evaluate", personKey, asked)).toMatchObject({
      status: 200,
      said: { verdict: "refused", reason: "buyer_blocked" },
    });
  },
);

/** Letters in no order, so that no compression makes room for them in an index. */
const letters = (length: number, [from, to]: readonly [number, number]) => {
  const { next } = chance(length);
  return Array.from({ length }, () => String.fromCodePoint(from + Math.floor(next() * (to - from)))).join("");
};
const LATIN = [0x61, 0x7b] as const;
const GEORGIAN = [0x10d0, 0x10f0] as const;
const CHINESE = [0x4e00, 0x9f00] as const;
const EGYPTIAN = [0x13000, 0x13400] as const;
const work = (scheme: string, value: string) => ({
  kind: "article",
  title: "Long",
  identifiers: [{ scheme, value }],
  authors: [{ email: null, name: "Ann", shareBps: 10_000 }],
});

test.each([
  ["url", `https://example.org/${letters(1980, LATIN)}`],
  ["doi", `10.1000/${letters(664, GEORGIAN)}`],
])("the longest %s that is taken can be kept", async (scheme, value) => {
  expect(await send("POST", "/works", personKey, work(scheme, value))).toMatchObject({ status: 201 });
});

test.each([
  ["url", `https://example.org/${letters(1900, CHINESE)}`],
  ["url", `https://example.org/${letters(600, CHINESE)}`],
  ["doi", `10.1000/${letters(990, EGYPTIAN)}`],
])("a work by a %s whose canonical form is too long", async (scheme, value) => {
  expect(await send("POST", "/works", personKey, work(scheme, value))).toEqual({
    status: 422,
    said: expect.objectContaining({
      code: "WORK_IDENTIFIER_INVALID",
      faults: [{ path: "identifiers.0.value", message: expect.stringContaining("2000 characters") }],
    }),
  });
});
