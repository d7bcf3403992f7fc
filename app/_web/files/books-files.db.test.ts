import { beforeAll, expect, test } from "vitest";
import { aFundedPool, anAllocation, anEntry } from "@/test/factories/ledger";
import { actorFor, anApiKey, anOrganisation, aPerson } from "@/test/factories/parties";
import { journalFile, statementCsv } from "./books-files";

let adaKey: string;
let operatorKey: string;

beforeAll(async () => {
  const person = await aPerson();
  adaKey = (await anApiKey(await actorFor(person.id), { preset: "all" })).secret;
  const { id, owner } = await anOrganisation({ kind: "operator" });
  operatorKey = (await anApiKey(owner, { organisationId: id, preset: "read_only" })).secret;
  const holder = `person:${person.id}`;
  await aFundedPool("deal_q", 1000n);
  await anAllocation("deal_q", [
    { holder, minor: 400n },
    { holder: "handle:org_p:zoe", minor: 600n },
  ]);
  const paid = [
    { account: "payable", holder, dealId: "deal_q", currency: "USD", minor: 50n },
    { account: "bank", holder: "remit", dealId: "deal_q", currency: "USD", minor: -50n },
  ] as const;
  await anEntry(paid, { effectiveAt: new Date("2026-03-20T12:00:00Z"), memo: "=cmd()" });
}, 60_000);

test("a statement as a file has every row, and no formulas", async () => {
  const text = await file(statementCsv, "/statement.csv", adaKey);
  expect(text.split("\r\n")).toHaveLength(4);
  expect(text).toContain(",'=cmd(),payable,USD,-0.50,3.50\r\n");
});

test("the books leave as hledger text in which every entry balances", async () => {
  const text = await file(journalFile, "/books/journal.hledger", operatorKey);
  const entries = text.split("\n\n").slice(1);
  expect(entries).toHaveLength(3);
  for (const entry of entries) {
    const amounts = [...entry.matchAll(/ {2}(-?\d+\.\d\d) USD/g)].map(([, amount = ""]) =>
      Math.round(Number(amount) * 100),
    );
    expect(amounts.length).toBeGreaterThan(1);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(0);
  }
});

async function file(handler: typeof statementCsv, path: string, key: string): Promise<string> {
  const answer = await handler(
    new Request(`http://localhost/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } }),
  );
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
  return answer.text();
}
