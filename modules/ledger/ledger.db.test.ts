import { describe, expect, test } from "vitest";
import { db, transaction } from "@/infra/db/db";
import { recordFunding } from "@/modules/settlement/funding/record-funding";
import { as, balance, booksAreSound, header, member, readOnly, system } from "@/test/factories/books";
import { aFundedPool, anAllocation, anEntry } from "@/test/factories/ledger";
import { postEntry } from "./post/post-entry";

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

test("a refused posting leaves nothing behind, even when the caller goes on", async () => {
  const before = await db.prisma.entry.count();
  await expect(
    transaction(async (tx) => {
      await postEntry(tx, {
        ...header("gone"),
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
