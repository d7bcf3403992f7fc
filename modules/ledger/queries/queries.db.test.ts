import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/kernel/actor";
import { aFundedPool, anAllocation, anEntry } from "@/test/factories/ledger";
import { actorFor, anOrganisation, aPerson, callAs } from "@/test/factories/parties";
import { readEntry, readJournal, readLedgerAccount } from "./books";
import { readEntriesOfDeal } from "./entries-of-deal";
import { readJournalStretch } from "./journal-stretch";
import { readBalances, readStatement, readStatementMonths, recentLines } from "./statement";
import { readTrialBalance } from "./trial-balance";

let ada: Actor;
let operator: Actor;
let allocation: string;

beforeAll(async () => {
  const person = await aPerson();
  ada = await actorFor(person.id);
  const organisation = await anOrganisation({ kind: "operator" });
  operator = organisation.owner;
  const holder = `person:${person.id}`;
  await aFundedPool("deal_q", 1000n);
  allocation = await anAllocation("deal_q", [
    { holder, minor: 400n },
    { holder: "handle:org_p:zoe", minor: 600n },
  ]);
  const pay = (minor: bigint, day: string) =>
    anEntry(
      [
        { account: "payable", holder, dealId: "deal_q", currency: "USD", minor },
        { account: "bank", holder: "remit", dealId: "deal_q", currency: "USD", minor: -minor },
      ],
      { effectiveAt: new Date(`${day}T12:00:00Z`), memo: "=cmd()" },
    );
  await pay(100n, "2026-03-10");
  await pay(50n, "2026-03-20");
}, 60_000);

describe("a person's statement", () => {
  test("shows each line with the balance after it, newest first", async () => {
    const { items, closing } = await readStatement(callAs(ada), {});
    expect(items.map(({ amountMinor, balanceMinor }) => [amountMinor, balanceMinor])).toEqual([
      ["-50", "250"],
      ["-100", "300"],
      ["400", "400"],
    ]);
    expect(closing).toEqual((await readBalances(callAs(ada), {})).items);
  });

  test("of a period opens and closes with the true balances", async () => {
    const { items, opening, closing } = await readStatement(callAs(ada), {
      from: "2026-03-10",
      to: "2026-03-10",
    });
    expect(items.map(({ balanceMinor }) => balanceMinor)).toEqual(["300"]);
    expect(opening).toMatchObject([{ payableMinor: "400" }]);
    expect(closing).toMatchObject([{ payableMinor: "300" }]);
  });

  test("of one kind keeps the true balances", async () => {
    const { items, closing } = await readStatement(callAs(ada), { kind: "allocation" });
    expect(items.map(({ amountMinor, balanceMinor }) => [amountMinor, balanceMinor])).toEqual([
      ["400", "400"],
    ]);
    expect(closing).toMatchObject([{ payableMinor: "250" }]);
    await expect(readStatement(callAs(ada), { kind: "moon" as "reversal" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("sums its months, and is nobody else's", async () => {
    expect((await readStatementMonths(callAs(ada), {})).items).toEqual([
      {
        month: "2026-03",
        currency: "USD",
        inMinor: "400",
        outMinor: "150",
        closingMinor: "250",
        lines: 3,
      },
    ]);
    const [newest] = (await recentLines(callAs(ada), { take: 1 })).items;
    expect(newest).toMatchObject({ amountMinor: "-50", balanceMinor: "250" });
    const stranger = await actorFor((await aPerson()).id);
    expect((await readStatementMonths(callAs(stranger), {})).items).toEqual([]);
    expect((await recentLines(callAs(stranger), { take: 5 })).items).toEqual([]);
    await expect(readStatementMonths(callAs({ kind: "anonymous" }), {})).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
  });

  test("pages without losing the balance, and refuses odd periods and cursors", async () => {
    const first = await readStatement(callAs(ada), { limit: 2 });
    const second = await readStatement(callAs(ada), { limit: 2, cursor: first.nextCursor ?? "" });
    expect([
      first.items.length,
      second.items.map(({ balanceMinor }) => balanceMinor),
      second.nextCursor,
    ]).toEqual([2, ["400"], null]);
    for (const odd of [{ from: "2026-13-01" }, { from: "2026-03-02", to: "2026-03-01" }, { cursor: "x" }])
      await expect(readStatement(callAs(ada), odd)).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  test("is a person's own: an organisation has none, a stranger sees nothing of it", async () => {
    await expect(readStatement(callAs({ kind: "system", job: "x" }), {})).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const stranger = await actorFor((await aPerson()).id);
    expect((await readStatement(callAs(stranger), {})).items).toEqual([]);
  });
});

describe("the operator's books", () => {
  test("balance, as of any day", async () => {
    const { currencies } = await readTrialBalance(callAs(operator), {});
    expect(currencies).toMatchObject([
      { currency: "USD", balanced: true, debitMinor: "2150", creditMinor: "2150" },
    ]);
    const early = await readTrialBalance(callAs(operator), { asOf: "2026-03-10" });
    const bank = early.currencies[0]?.rows.find(({ account }) => account === "bank");
    expect(bank).toMatchObject({ debitMinor: "1000", creditMinor: "100", balanceMinor: "900" });
  });

  test("list entries and their lines, page by page", async () => {
    const page = await readJournal(callAs(operator), { limit: 3 });
    expect(page.items.map(({ lines }) => lines)).toEqual(["2", "2", "3"]);
    expect(
      (await readJournal(callAs(operator), { limit: 3, cursor: page.nextCursor ?? "" })).items,
    ).toHaveLength(1);
    const entry = await readEntry(callAs(operator), { entryId: allocation, limit: 2 });
    const rest = await readEntry(callAs(operator), { entryId: allocation, cursor: entry.nextCursor ?? "" });
    expect([...entry.items, ...rest.items].map(({ minor }) => minor)).toEqual(["1000", "-400", "-600"]);
    const unclaimed = await readLedgerAccount(callAs(operator), { account: "unclaimed" });
    expect(unclaimed).toMatchObject({
      balances: [{ currency: "USD", balanceMinor: "600" }],
      deals: [{ dealId: "deal_q", balanceMinor: "600" }],
      items: [{ id: allocation }],
    });
  });

  test("show what of one deal is on them, newest first, and nothing of another", async () => {
    await aFundedPool("deal_r", 7n);
    const ofDeal = async (dealId: string) => (await readEntriesOfDeal(callAs(operator), { dealId })).items;
    const entries = await ofDeal("deal_q");
    expect(entries.map(({ cause }) => cause)).toEqual(["payout", "payout", "allocation", "deal_funding"]);
    expect(entries[2]).toMatchObject({ id: allocation, lines: "3" });
    expect((await ofDeal("deal_r")).map(({ causeId }) => causeId)).toEqual(["deal_r"]);
    expect(await ofDeal("deal_nowhere")).toEqual([]);
  });

  test("are for nobody else", async () => {
    const asked = [
      readEntriesOfDeal(callAs(ada), { dealId: "deal_q" }),
      readTrialBalance(callAs(ada), {}),
      readJournal(callAs(ada), {}),
      readEntry(callAs(ada), { entryId: allocation }),
      readLedgerAccount(callAs(ada), { account: "bank" }),
      readJournalStretch(callAs(ada), { afterNo: "0", afterLine: "0" }),
    ];
    for (const answer of await Promise.allSettled(asked))
      expect(answer).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
  });
});
