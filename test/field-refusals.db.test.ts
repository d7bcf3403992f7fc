import { beforeAll, expect, test } from "vitest";
import { dispatcher } from "@/app/_web/api/dispatch";
import { allOperations } from "@/app/api/v1/_operations/all";
import { setTerms } from "@/modules/consent/terms/set-terms";
import { actorFor, anApiKey, anOrganisation, aPerson, callAs } from "./factories/parties";

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
