import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import { randomFrom } from "@/prisma/demo/random";
import { organisation } from "../support/people";
import type { Facts } from "./facts";

/** The same numbers for the same seed. */
export function numbers(seed: number) {
  const next = randomFrom(seed);
  /** From `least` to `most`, both included. */
  return (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
}

type Numbers = ReturnType<typeof numbers>;
type Answer = Record<string, unknown> & { id: string; state?: string };
type Made = Readonly<{ dealId: string; splitId: string }>;

/** What is added to the demo world through the API: what moves a figure in ways the demo's own deals do not. */
export async function generate(request: APIRequestContext, facts: Facts, seed: number): Promise<void> {
  const any = numbers(seed);
  const names = facts.periods.filter(
    ({ platformId, to }) => platformId === organisation("harbour").id && to === null,
  );
  const file = () =>
    manifest(
      any,
      names.map(({ name }) => name),
    );
  // A cap with few contributors and a reserve; no decimals; three decimals; each left in another state.
  const capped = await deal(
    request,
    facts,
    {
      currency: "EUR",
      gross: `${any(900, 99_999)}.${any(10, 99)}`,
      contributorShareBps: any(1000, 9000),
      reserveBps: any(1, 2000),
      reserveReleaseOn: "2099-01-01",
      capBps: any(100, 4000),
    },
    manifest(any, [names[0]?.name ?? "nobody"], 2),
  );
  await fund(request, capped);
  const yen = await deal(
    request,
    facts,
    {
      currency: "JPY",
      gross: String(any(1_000, 9_999_999)),
      contributorShareBps: any(1000, 9000),
      weighting: "per_item",
      capBps: any(500, 9000),
      reserveReleaseOn: "2099-01-01",
    },
    file(),
  );
  await fund(request, yen);
  await takeBack(request, yen, "posting");
  const dinar = await deal(
    request,
    facts,
    {
      currency: "KWD",
      gross: `${any(1, 9_999)}.${any(100, 999)}`,
      contributorShareBps: any(1000, 9000),
      reserveBps: any(1, 2000),
      reserveReleaseOn: "2099-01-01",
    },
    file(),
  );
  await fund(request, dinar);
  await takeBack(request, dinar, "posting");
  await as(request, "commons").post(`/deals/${dinar.dealId}/posting`, {});
  await as(request, "commons").until(`/deals/${dinar.dealId}`, "allocated");
  // Sealed, and not paid.
  await deal(
    request,
    facts,
    {
      currency: "USD",
      gross: `${any(1, 999_999)}.0${any(0, 9)}`,
      contributorShareBps: any(1000, 9000),
      weighting: "equal",
    },
    file(),
  );
}

/** A deal on the platform's terms through all its steps up to the seal, with a second split by other rules. */
async function deal(request: APIRequestContext, facts: Facts, terms: object, file: string): Promise<Made> {
  const [harbour, lab] = [as(request, "harbour"), as(request, "northwind")];
  const { id } = await harbour.post("/deals", {
    title: `Generated ${randomUUID().slice(0, 8)}`,
    licenseeId: organisation("northwind").id,
    uses: ["pretraining"],
    basis: "platform_terms",
    weighting: "per_token",
    noticeDays: 7,
    ...terms,
  });
  await harbour.post(`/deals/${id}/report`, {});
  await lab.post(`/deals/${id}/acceptance`, { version: 1, decision: "accept" });
  await harbour.post(`/deals/${id}/notice`, {});
  // The notice cannot be waited for.
  await facts.rows(
    "UPDATE deal SET noticed_at = noticed_at - interval '7 days', notice_ends_at = notice_ends_at - interval '7 days' WHERE id = $1",
    [id],
  );
  const sent = await harbour.send(`/deals/${id}/manifests`, file);
  await harbour.until(`/manifests/${sent.id}`, "ready");
  const cleared = await harbour.post(`/deals/${id}/clearances`, {});
  await harbour.until(`/clearances/${cleared.id}`, "succeeded");
  const split = async (data: object) => {
    const made = await harbour.post(`/deals/${id}/allocations`, { clearanceId: cleared.id, ...data });
    await harbour.until(`/allocations/${made.id}`, "succeeded");
    return made.id;
  };
  await split({ weighting: "equal" });
  const splitId = await split({});
  await harbour.post(`/allocations/${splitId}/seal`, {});
  await harbour.until(`/deals/${id}`, "sealed");
  return { dealId: id, splitId };
}

async function fund(request: APIRequestContext, { dealId }: Made): Promise<void> {
  const operator = as(request, "commons");
  const { gross } = (await operator.get(`/deals/${dealId}`)) as unknown as {
    gross: { currency: string; minor: string };
  };
  await operator.post(`/deals/${dealId}/funding`, {
    reference: `Wire ${randomUUID()}`,
    received: major(gross),
    valueDate: new Date().toISOString().slice(0, 10),
  });
  await operator.until(`/deals/${dealId}`, "allocated");
}

async function takeBack(request: APIRequestContext, { dealId }: Made, what: "posting"): Promise<void> {
  await as(request, "commons").remove(`/deals/${dealId}/${what}`, { note: "Posted by mistake." });
  await as(request, "commons").until(`/deals/${dealId}`, "funded");
}

function major({ currency, minor }: Readonly<{ currency: string; minor: string }>): string {
  const decimals = { JPY: 0, KWD: 3 }[currency] ?? 2;
  const digits = minor.padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Rows of people who are in, of nobody, of what is gone, and of somebody whose part is below the smallest unit. */
function manifest(any: Numbers, names: readonly string[], strangers = 60): string {
  const lines = ["item_id,contributor,permalink,created_utc,tokens,score,status"];
  const row = (who: string, tokens: number, status = "") =>
    lines.push(
      `p${lines.length},${who},https://harbourforum.example/t/p${lines.length},${1_600_000_000 + any(0, 99_999_999)},${tokens},${any(-3, 40)},${status}`,
    );
  for (const name of names) for (let n = any(1, 5); n > 0; n -= 1) row(name, any(1, 900));
  for (let n = 0; n < strangers; n += 1) row(`stranger-${any(0, strangers)}`, any(1, 4000));
  if (strangers > 2) {
    row("", any(1, 500));
    row("gone", any(1, 500), "deleted");
    row("tiny", 1);
    row("huge", 90_000_000);
  }
  return `${lines.join("\n")}\n`;
}

/** The API with an organisation's key: an answer that is no success fails the test with its text. */
function as(request: APIRequestContext, key: string) {
  const headers = { authorization: `Bearer ${organisation(key).apiKey}` };
  const answer = async (response: Awaited<ReturnType<APIRequestContext["get"]>>): Promise<Answer> => {
    expect(response.ok(), await response.text()).toBe(true);
    return (await response.json()) as Answer;
  };
  // Nobody else edits what is generated here, so no version is looked at.
  const once = () => ({ ...headers, "idempotency-key": randomUUID(), "if-match": "*" });
  const get = async (path: string) => answer(await request.get(`/api/v1${path}`, { headers }));
  return {
    get,
    post: async (path: string, data: object) =>
      answer(await request.post(`/api/v1${path}`, { headers: once(), data })),
    send: async (path: string, body: string) =>
      answer(
        await request.post(`/api/v1${path}`, {
          headers: { ...once(), "content-type": "text/csv" },
          data: Buffer.from(body),
        }),
      ),
    remove: async (path: string, data: object) =>
      answer(await request.delete(`/api/v1${path}`, { headers: once(), data })),
    until: (path: string, state: string) =>
      expect
        .poll(async () => (await get(path)).state, { timeout: 120_000, intervals: [200, 500, 1000] })
        .toBe(state),
  };
}
