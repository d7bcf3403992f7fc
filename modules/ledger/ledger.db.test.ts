import { beforeAll, describe, expect, test } from "vitest";
import { db, transaction } from "@/infra/db";
import type { Actor } from "@/kernel/actor";
import { aFundedPool, anAllocation, anEntry } from "@/test/factories/ledger";
import { claimHandleMoney } from "./claim-handle-money";
import { forgetHandleClaim } from "./forget-handle-claim";
import { holdHandleMoney } from "./hold-handle-money";
import { holderBalances } from "./holder-balances";
import { postEntry } from "./post-entry";
import { recordFunding } from "./record-funding";
import { releaseHeldMoney } from "./release-held-money";
import { reverseEntry } from "./reverse-entry";

const system = { actor: { kind: "system", job: "test" } as Actor, requestId: "r" };
const member = (kind: "operator" | "platform", signedInAt = new Date()): Actor => ({
  kind: "user",
  personId: "per_x",
  memberships: [{ organisationId: "org_x", kind, role: "owner" }],
  signedInAt,
  sessionId: "ses_x",
});
const readOnly: Actor = {
  kind: "apiKey",
  keyId: "key_r",
  scopes: ["operator:read", "ledger:read"],
  personId: null,
  membership: { organisationId: "org_x", kind: "operator", role: "owner" },
};
const as = (actor: Actor, more = {}) => ({ actor, requestId: "r", ...more });

const balance = async (holder: string) =>
  ((await holderBalances([holder])).get(holder) ?? []).map(({ currency, ...parts }) => ({
    currency,
    ...Object.fromEntries(Object.entries(parts).filter(([, minor]) => minor !== 0n)),
  }));
const seat = (n: string, name = "ada") => ({ handleId: `hdl_${n}`, platformId: "org_p", name });
const handle = (name = "ada") => `handle:org_p:${name}`;

async function booksAreSound() {
  const { rows } = await db.pool.query(`SELECT
    (SELECT COALESCE(sum(minor), 0) FROM line)::text AS sum,
    (SELECT count(*) FROM (SELECT account, COALESCE(deal_id, '') AS deal, currency, sum(minor) AS minor FROM line GROUP BY 1, 2, 3) l
       FULL JOIN (SELECT * FROM account_balance WHERE minor <> 0) b ON b.account = l.account AND b.deal_id = l.deal AND b.currency = l.currency
       WHERE COALESCE(l.minor, 0) <> COALESCE(b.minor, 0))::text AS cache_faults`);
  expect(rows[0]).toEqual({ sum: "0", cache_faults: "0" });
}

describe("postEntry", () => {
  const lines = [
    { account: "bank", holder: "remit", currency: "USD", minor: 100n },
    { account: "operator_fee", holder: "remit", currency: "USD", minor: -100n },
  ] as const;

  test("posts once per key, whatever the order of the lines, and refuses other content", async () => {
    const first = await anEntry(lines, { idempotencyKey: "k", causeId: "c" });
    const again = await anEntry([...lines].reverse(), {
      idempotencyKey: "k",
      causeId: "c",
      effectiveAt: new Date(),
    });
    expect(first.posted).toBe(true);
    expect(again).toEqual({ entryId: first.entryId, posted: false });
    await expect(anEntry(lines, { idempotencyKey: "k", causeId: "other" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await booksAreSound();
  });

  test("posts once when the same key arrives twice at the same moment", async () => {
    const both = await Promise.all(
      [1, 2].map(() => anEntry(lines, { idempotencyKey: "twice", causeId: "c" })),
    );
    expect(both.map(({ posted }) => posted).sort()).toEqual([false, true]);
    expect(both[0]?.entryId).toBe(both[1]?.entryId);
  });

  test("refuses what is not balanced, and money a holder does not have", async () => {
    await expect(anEntry([lines[0], { ...lines[1], minor: -99n }])).rejects.toMatchObject({
      code: "LEDGER_UNBALANCED",
    });
    await expect(
      anEntry([
        { account: "payable", holder: "person:nobody", currency: "USD", minor: 1n },
        { account: "bank", holder: "remit", currency: "USD", minor: -1n },
      ]),
    ).rejects.toMatchObject({ code: "LEDGER_INSUFFICIENT" });
    await booksAreSound();
  });

  test("does not let two payments spend one balance", async () => {
    await aFundedPool("deal_two", 10n);
    await anAllocation("deal_two", [{ holder: "person:two", minor: 10n }]);
    const pay = (key: string) =>
      anEntry(
        [
          { account: "payable", holder: "person:two", currency: "USD", minor: 10n },
          { account: "in_transit", holder: "person:two", currency: "USD", minor: -10n },
        ],
        { idempotencyKey: key },
      );
    const results = await Promise.allSettled([pay("pay:1"), pay("pay:2")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await balance("person:two")).toEqual([{ currency: "USD", inTransitMinor: 10n }]);
  });
});

describe("recordFunding", () => {
  const funding = { dealId: "deal_f", currency: "USD", minor: "5000", reference: "SWIFT 1" };

  test("puts the gross amount in the deal's pool, once", async () => {
    const first = await recordFunding(system, funding);
    const again = await recordFunding(system, funding);
    expect([first.posted, again.posted]).toEqual([true, false]);
    expect(await db.prisma.outboxEvent.count({ where: { type: "ledger.deal_funding_posted" } })).toBe(1);
    await expect(recordFunding(system, { ...funding, minor: "5001" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await booksAreSound();
  });

  test("is the operator's alone", async () => {
    await expect(recordFunding(as(readOnly), funding)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(recordFunding(as(member("platform")), funding)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("an allocation cannot pay out more than the pool", async () => {
    await expect(anAllocation("deal_f", [{ holder: "person:a", minor: 5001n }])).rejects.toMatchObject({
      code: "LEDGER_INSUFFICIENT",
    });
    await booksAreSound();
  });
});

describe("a handle's money", () => {
  beforeAll(async () => {
    await aFundedPool("deal_h1", 100n);
    await aFundedPool("deal_h2", 700n, "EUR");
    await anAllocation("deal_h1", [
      { holder: handle(), minor: 60n },
      { holder: handle("bob"), minor: 40n },
    ]);
    await anAllocation("deal_h2", [{ holder: handle(), minor: 700n }], "EUR");
  });

  test("waits under the handle, moves to the person in one entry, and moves once", async () => {
    expect(await balance(handle())).toEqual([
      { currency: "EUR", unclaimedMinor: 700n },
      { currency: "USD", unclaimedMinor: 60n },
    ]);
    const claim = { ...seat("1"), personId: "ada" };
    const [first, again] = await Promise.all([
      claimHandleMoney(system, claim),
      claimHandleMoney(system, claim),
    ]);
    expect([first.entryId, again.entryId].filter((id) => id !== null)).toHaveLength(1);
    expect(await balance("person:ada")).toEqual([
      { currency: "EUR", payableMinor: 700n },
      { currency: "USD", payableMinor: 60n },
    ]);
    expect(await balance(handle())).toEqual([{ currency: "EUR" }, { currency: "USD" }]);
    expect(await db.prisma.outboxEvent.count({ where: { type: "ledger.money_claimed" } })).toBe(1);
    await booksAreSound();
  });

  test("is not moved by anybody but a job or an operator", async () => {
    const claim = { ...seat("9", "bob"), personId: "mallory" };
    await expect(claimHandleMoney(as(member("platform")), claim)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(claimHandleMoney(as(readOnly), claim)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    expect(await balance("person:mallory")).toEqual([]);
  });

  test("posted for a handle that was proved meanwhile is moved by the posting itself", async () => {
    await aFundedPool("deal_h3", 5n);
    await anAllocation("deal_h3", [{ holder: handle(), minor: 5n }]);
    expect(await balance("person:ada")).toContainEqual({ currency: "USD", payableMinor: 65n });
    await booksAreSound();
  });

  test("claimed while a posting is under way is not left behind, whoever is first", async () => {
    for (const round of [1, 2, 3, 4]) {
      const dealId = `deal_race${round}`;
      const name = `racer${round}`;
      await aFundedPool(dealId, 9n);
      await Promise.all([
        anAllocation(dealId, [{ holder: handle(name), minor: 9n }]),
        claimHandleMoney(system, { ...seat(`r${round}`, name), personId: `racer${round}` }),
      ]);
      expect(await balance(`person:racer${round}`)).toEqual([{ currency: "USD", payableMinor: 9n }]);
    }
    await booksAreSound();
  });

  test("is held in a dispute, also what comes later, and released to the winner", async () => {
    const dispute = { ...seat("1"), disputeId: "dsp_1", personId: "ada" };
    await holdHandleMoney(system, dispute);
    await holdHandleMoney(system, dispute);
    await claimHandleMoney(system, { ...seat("2"), personId: "eve" }); // news of the second claim changes nothing now
    expect(await balance(handle())).toEqual([
      { currency: "EUR", heldMinor: 700n },
      { currency: "USD", heldMinor: 65n },
    ]);
    expect(await balance("person:eve")).toEqual([]);
    await aFundedPool("deal_h4", 1n);
    await anAllocation("deal_h4", [{ holder: handle(), minor: 1n }]);
    expect(await balance(handle())).toContainEqual({ currency: "USD", heldMinor: 66n });
    const settled = { ...seat("2"), disputeId: "dsp_1", personId: "eve" };
    await releaseHeldMoney(system, settled);
    await releaseHeldMoney(system, settled);
    await holdHandleMoney(system, dispute); // late news of a dispute that is over
    expect(await balance("person:eve")).toEqual([
      { currency: "EUR", payableMinor: 700n },
      { currency: "USD", payableMinor: 66n },
    ]);
    expect(await balance("person:ada")).toEqual([{ currency: "EUR" }, { currency: "USD" }]);
    await booksAreSound();
  });

  test("what was paid out before the dispute is not held", async () => {
    await claimHandleMoney(system, { ...seat("3", "bob"), personId: "bob" });
    await anEntry([
      { account: "payable", holder: "person:bob", dealId: "deal_h1", currency: "USD", minor: 25n },
      { account: "bank", holder: "remit", dealId: "deal_h1", currency: "USD", minor: -25n },
    ]);
    await holdHandleMoney(system, { ...seat("3", "bob"), disputeId: "dsp_2", personId: "bob" });
    expect(await balance(handle("bob"))).toEqual([{ currency: "USD", heldMinor: 15n }]);
    await booksAreSound();
  });

  test("after the handle is given up, new money waits again", async () => {
    await claimHandleMoney(system, { ...seat("5", "cy"), personId: "cy" });
    await forgetHandleClaim(system, seat("5", "cy"));
    await aFundedPool("deal_h5", 3n);
    await anAllocation("deal_h5", [{ holder: handle("cy"), minor: 3n }]);
    expect(await balance(handle("cy"))).toEqual([{ currency: "USD", unclaimedMinor: 3n }]);
  });
});

describe("reverseEntry", () => {
  test("posts the opposite, names the old entry, and works once", async () => {
    const { entryId } = await anEntry([
      { account: "bank", holder: "remit", currency: "GBP", minor: 8n },
      { account: "operator_fee", holder: "remit", currency: "GBP", minor: -8n },
    ]);
    const ask = { entryId, reason: "typed twice" };
    await expect(reverseEntry(as(readOnly), ask)).rejects.toMatchObject({ code: "SCOPE_MISSING" });
    await expect(reverseEntry(as(member("platform")), ask)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      reverseEntry(as(member("operator", new Date(Date.now() - 3_600_000))), ask),
    ).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    const operator = as(member("operator"), { idempotencyKey: "rev" });
    const made = await reverseEntry(operator, ask);
    expect(await reverseEntry(operator, ask)).toEqual(made);
    await expect(reverseEntry(as(member("operator")), ask)).rejects.toMatchObject({ code: "CONFLICT" });
    const row = await db.prisma.entry.findUniqueOrThrow({ where: { id: made.entryId } });
    expect(row).toMatchObject({ reversesId: entryId, cause: "reversal" });
    expect(await db.prisma.outboxEvent.count({ where: { type: "ledger.entry_reversed" } })).toBe(1);
    await booksAreSound();
  });

  test("of a funding whose money is gone is refused", async () => {
    const funding = await aFundedPool("deal_r", 4n);
    await anAllocation("deal_r", [{ holder: "person:r", minor: 4n }]);
    await expect(
      reverseEntry(as(member("operator")), { entryId: funding, reason: "bounced" }),
    ).rejects.toMatchObject({ code: "LEDGER_INSUFFICIENT" });
    await booksAreSound();
  });
});

test("a refused posting leaves nothing behind, even when the caller goes on", async () => {
  const before = await db.prisma.entry.count();
  await expect(
    transaction(async (tx) => {
      await postEntry(tx, {
        idempotencyKey: "gone",
        cause: "test",
        causeId: "x",
        memo: "m",
        effectiveAt: new Date(),
        actor: "system:test",
        lines: [
          { account: "bank", holder: "remit", currency: "USD", minor: 1n },
          { account: "stripe", holder: "remit", currency: "USD", minor: -1n },
        ],
      });
      throw new Error("later");
    }),
  ).rejects.toThrow("later");
  expect(await db.prisma.entry.count()).toBe(before);
});
